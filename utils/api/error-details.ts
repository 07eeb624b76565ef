import { asObject, asText, type JsonObject } from './json-value';

/** What an error body says, whatever dialect it is written in. */
export interface ErrorDetails {
  readonly message?: string;
  readonly code?: string;
  readonly type?: string;
  readonly parameter?: string;
  readonly requestId?: string;
}

const REQUEST_ID_SUFFIX = /\s*\(request id: ([^)]+)\)\s*$/i;

function codeOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

function fromObject(error: JsonObject, outer: JsonObject): ErrorDetails {
  const inner = asObject(error['inner_error']) ?? asObject(error['innererror']);
  const message = asText(error['message']) ?? asText(outer['message']);
  const code = codeOf(error['code']) ?? codeOf(inner?.['code']) ?? codeOf(outer['code']);
  const type = asText(error['type']) ?? asText(outer['type']);
  const parameter = asText(error['param']);
  return {
    ...(message !== undefined && { message }),
    ...(code !== undefined && { code }),
    ...(type !== undefined && { type }),
    ...(parameter !== undefined && { parameter }),
  };
}

function firstMessage(value: unknown): string | undefined {
  if (!Array.isArray(value)) return asText(value);
  const entries: readonly unknown[] = value;
  const first = entries[0];
  const object = asObject(first);
  return asText(first) ?? asText(object?.['message']) ?? asText(object?.['msg']);
}

/** Places where servers put a bare sentence, in the order they are tried (image-api §2.2). */
const MESSAGE_FIELDS = ['error', 'errors', 'detail', 'message', 'msg', 'error_msg', 'err'] as const;

function fromFields(body: JsonObject): ErrorDetails | undefined {
  for (const field of MESSAGE_FIELDS) {
    const message = firstMessage(body[field]);
    if (message !== undefined) return fromObject({ message }, body);
  }
  return undefined;
}

function withoutRequestId(details: ErrorDetails): ErrorDetails {
  const match = details.message?.match(REQUEST_ID_SUFFIX);
  const requestId = match?.[1];
  if (details.message === undefined || requestId === undefined) return details;
  return { ...details, message: details.message.replace(REQUEST_ID_SUFFIX, ''), requestId };
}

/** The error inside a JSON body, or `undefined` when the body holds none. */
export function errorDetails(body: unknown): ErrorDetails | undefined {
  const outer = asObject(Array.isArray(body) ? body[0] : body);
  if (!outer) return undefined;
  const error = asObject(outer['error']);
  const details = error ? fromObject(error, outer) : fromFields(outer);
  return details && withoutRequestId(details);
}
