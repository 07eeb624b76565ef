import { FailureError, type Failure } from '../core/failure';
import { classifyError } from './classify-error';
import { errorDetails, type ErrorDetails } from './error-details';
import { redact } from './redact';

/** What an error needs to know of the reply it came in. */
export interface ReplyContext {
  readonly status: number;
  readonly headers: Headers;
  /** The address that answered. */
  readonly url: string;
  /** Masked wherever the server echoes it. */
  readonly key: string | undefined;
}

const REQUEST_ID_HEADERS = [
  'x-request-id',
  'x-oneapi-request-id',
  'x-litellm-call-id',
  'x-siliconcloud-trace-id',
  'cf-ray',
] as const;

/** The server's id for a request, for its support. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers.get(name);
    if (value) return value;
  }
  return undefined;
}

function retryAfterSeconds(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Whether a body is a web page: a gateway's error page, or the front page of a site that is no API. */
export function looksLikeHtml(headers: Headers, text: string): boolean {
  return /text\/html/i.test(headers.get('content-type') ?? '') || /^\s*<(?:!doctype|html)/i.test(text);
}

function build(kind: Failure['kind'], details: ErrorDetails, context: ReplyContext): FailureError {
  const requestId = details.requestId ?? requestIdOf(context.headers);
  const wait = retryAfterSeconds(context.headers);
  const { message, code, parameter } = details;
  return new FailureError({
    kind,
    status: context.status,
    host: new URL(context.url).host,
    ...(message !== undefined && { detail: redact(message, context.key) }),
    ...(code !== undefined && { code: redact(code, context.key) }),
    ...(parameter !== undefined && { parameter: redact(parameter, context.key) }),
    ...(requestId !== undefined && { requestId }),
    ...(wait !== undefined && { retryAfterSeconds: wait }),
  });
}

/** The failure for a reply that is no picture reply. A web page's own text is dropped: it never helps a person. */
export function replyFailure(text: string, body: unknown, context: ReplyContext): FailureError {
  const ok = context.status >= 200 && context.status < 300;
  const details = errorDetails(body);
  if (details) return build(classifyError(context.status, details), details, context);
  if (looksLikeHtml(context.headers, text)) {
    return build(ok ? 'wrongEndpoint' : classifyError(context.status, {}), {}, context);
  }
  if (ok) return build('unreadableReply', {}, context);
  const message = text.trim() === '' ? undefined : text;
  return build(classifyError(context.status, {}), message === undefined ? {} : { message }, context);
}

/** A failure of a reply that the API itself calls a success. */
export function replyProblem(kind: 'unreadableReply' | 'noPicture', context: ReplyContext): FailureError {
  return build(kind, {}, context);
}
