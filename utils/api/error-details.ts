import { partsOf } from './error-shapes';
import { asList, asObject, asText, parseJson, present, type JsonObject } from './json-value';
import { parameterIn } from './refused-parameter';
import { secondsIn } from './spoken-duration';

/** What an error body says, whatever dialect it is written in. */
export interface ErrorDetails {
  readonly message?: string;
  readonly code?: string;
  readonly type?: string;
  readonly parameter?: string;
  readonly requestId?: string;
  /** Further codes, statuses and sentences of the causes below the error, separated by blanks. */
  readonly reason?: string;
  /** How long the server asks to wait, where the body says so in a field; 0 to 10⁶. */
  readonly retryAfterSeconds?: number;
}

const REQUEST_ID_SUFFIX = /\s*[(（]request id: ([^)）]+)[)）]\s*$/i;

/** Longest sentence that is looked at, in characters; more would be a whole page. */
const MESSAGE_LIMIT = 5000;

/** How deep errors inside errors are followed, and how many parts of a body are looked at. */
const DEPTH_LIMIT = 8;
const PART_LIMIT = 64;

/** Fields that hold the sentence, in the order they are tried; `Message` is Volcengine's spelling. */
const MESSAGE_FIELDS = [
  'message',
  'Message',
  'msg',
  'status_msg',
  'detail',
  'error_msg',
  'error_message',
  'errorMessage',
  'errmsg',
  'err',
  'description',
  'raiFilteredReason',
  'error',
  'title',
] as const;

const CODE_FIELDS = [
  'code',
  'Code',
  'status_code',
  'error_code',
  'errcode',
  'err_code',
  'blockReason',
] as const;

const TYPE_FIELDS = ['type', 'error_type', 'status', 'task_status', 'Type'] as const;

const REASON_FIELDS = ['reason', 'reasons', 'quotaId', 'quotaMetric'] as const;

const REQUEST_ID_FIELDS = ['request_id', 'requestId', 'RequestId', 'trace_id'] as const;

function firstOf<Value>(
  fields: readonly string[],
  read: (field: string) => Value | undefined,
): Value | undefined {
  for (const field of fields) {
    const value = read(field);
    if (value !== undefined) return value;
  }
  return undefined;
}

function codeOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

/** A sentence, or the first of a list of sentences. */
function sentenceIn(value: unknown): string | undefined {
  return asText(asList(value)?.[0] ?? value)?.slice(0, MESSAGE_LIMIT);
}

/** The name of a field at the end of FastAPI's path to it, which begins with `body`. */
function fieldAt(location: unknown): string | undefined {
  return asList(location)
    ?.map(asText)
    .findLast((step) => step !== undefined && step !== 'body');
}

/** Whether a part says by its code that all is well: MiniMax sends `status_code: 0` with every reply. */
function saysSuccess(part: JsonObject): boolean {
  return CODE_FIELDS.some((field) => part[field] === 0 || part[field] === '0');
}

/** Whether a content filter's results, by category, say that something was filtered. */
function wasFiltered(results: unknown): boolean {
  const categories = Object.values(asObject(asList(results)?.[0] ?? results) ?? {});
  return categories.some((category) => category === true || asObject(category)?.['filtered'] === true);
}

/** Content filters report what they found beside the error: Azure by category, Zhipu as a list of levels. */
function filterReason(part: JsonObject): string | undefined {
  const results = ['content_filter_results', 'content_filter_result', 'content_filters'];
  const levels = asList(part['contentFilter']) ?? [];
  if (levels.length > 0 || results.some((field) => wasFiltered(part[field]))) return 'content_filter';
  return asText(part['flagged_input']) === undefined ? undefined : 'moderation_flagged';
}

function reasonsOf(part: JsonObject): readonly string[] {
  const texts = REASON_FIELDS.flatMap((field) => asList(part[field]) ?? [part[field]]);
  // Numbers mean one thing in MiniMax's own shape and another elsewhere.
  const status = part['status_msg'] === undefined ? undefined : codeOf(part['status_code']);
  const inShape = status === undefined ? undefined : `base_resp:${status}`;
  return [...texts.map(asText), filterReason(part), inShape].filter((text) => text !== undefined);
}

/** What one object says by its own fields. */
function ownDetails(part: JsonObject): ErrorDetails {
  const message = firstOf(MESSAGE_FIELDS, (field) => sentenceIn(part[field]));
  // Beside a sentence, a bare `error` is the name of its kind: "server_error", "Bad Request".
  const named = asText(part['error']);
  const reasons = reasonsOf(part);
  return present({
    message,
    code: firstOf(CODE_FIELDS, (field) => codeOf(part[field])),
    type: firstOf(TYPE_FIELDS, (field) => asText(part[field])) ?? (named === message ? undefined : named),
    parameter: asText(part['param']) ?? asText(part['field']) ?? fieldAt(part['loc']),
    requestId: firstOf(REQUEST_ID_FIELDS, (field) => asText(part[field])),
    reason: reasons.length > 0 ? reasons.join(' ') : undefined,
    retryAfterSeconds: firstOf(['retryDelay', 'retry_after', 'retry_after_seconds', 'retryAfter'], (field) =>
      secondsIn(part[field]),
    ),
  });
}

/** The JSON inside a sentence (`Upstream answered 400: {"error": …}`), and the sentence around it. */
function embeddedJson(message: string): { readonly value: unknown; readonly before: string } | undefined {
  const start = message.search(/[[{]/);
  const end = Math.max(message.lastIndexOf('}'), message.lastIndexOf(']'));
  if (start < 0 || end <= start) return undefined;
  const value = parseJson(message.slice(start, end + 1));
  return asObject(asList(value)?.[0] ?? value) ? { value, before: message.slice(0, start) } : undefined;
}

/** The texts that an error brings for its classification, without those it repeats. */
function joinReasons(...texts: readonly (string | undefined)[]): string | undefined {
  const kept = [...new Set(texts.filter((text) => text !== undefined))];
  return kept.length > 0 ? kept.join(' ').slice(0, MESSAGE_LIMIT) : undefined;
}

/** The sentence of an error with the sentence of its cause, where that adds something. */
function joinMessages(message: string | undefined, cause: string | undefined): string | undefined {
  if (message === undefined || cause === undefined) return message ?? cause;
  if (message.includes(cause)) return message;
  return `${message.replace(/[\s:.-]+$/, '')}: ${cause}`.slice(0, MESSAGE_LIMIT);
}

/** An error with what a part that explains it adds. */
function withCause(error: ErrorDetails, cause: ErrorDetails): ErrorDetails {
  return present({
    ...cause,
    ...error,
    message: joinMessages(error.message, cause.message),
    reason: joinReasons(
      error.reason,
      error.code === undefined || cause.code === error.code ? undefined : cause.code,
      error.type === undefined || cause.type === error.type ? undefined : cause.type,
      cause.reason,
    ),
  });
}

/** The details of the error inside a wrapper, with what only the wrapper says. */
function insideWrapper(wrapper: ErrorDetails, inside: ErrorDetails): ErrorDetails {
  const reason = joinReasons(inside.reason, wrapper.reason);
  return present({ ...wrapper, ...inside, reason });
}

/** Whether a part says what the error is, rather than something about it. */
function isTelling(details: ErrorDetails | undefined): boolean {
  return details?.message !== undefined || details?.code !== undefined;
}

/** Reads one body; counts the parts, so that no body keeps it busy. */
function createReader() {
  let parts = 0;

  function readText(text: string, depth: number): ErrorDetails {
    const embedded = embeddedJson(text);
    const inside = embedded && read(embedded.value, depth - 1);
    if (!embedded || !inside) return { message: text };
    const { message, ...others } = inside;
    const whole = message === undefined ? text : `${embedded.before}${message}`;
    return { ...others, message: whole.slice(0, MESSAGE_LIMIT) };
  }

  /** What an object, a sentence, or the first of a list of these says of itself. */
  function read(value: unknown, depth: number): ErrorDetails | undefined {
    parts += 1;
    if (depth <= 0 || parts > PART_LIMIT) return undefined;
    const first = asList(value)?.[0] ?? value;
    const part = asObject(first);
    const text = asText(first)?.slice(0, MESSAGE_LIMIT);
    if (!part) return text === undefined ? undefined : readText(text, depth);
    if (saysSuccess(part)) return undefined;
    const { message, ...others } = ownDetails(part);
    const said = message === undefined ? undefined : readText(message, depth);
    const own = said ? withCause(others, said) : others;
    const { errors, causes } = partsOf(part);
    const inside = errors
      .map((error) => read(error, depth - 1))
      .toSorted((one, other) => Number(isTelling(other)) - Number(isTelling(one)))[0];
    const error = inside ? insideWrapper(own, inside) : own;
    const details = causes
      .map((cause) => read(cause, depth - 1))
      .reduce<ErrorDetails>((sum, cause) => (cause ? withCause(sum, cause) : sum), error);
    return Object.keys(details).length > 0 ? details : undefined;
  }

  return read;
}

/** Whether what was read is an error: a code of the body itself, without a word, is none. */
function isError({ message, code, reason }: ErrorDetails, body: JsonObject): boolean {
  if (message !== undefined || reason !== undefined || asObject(body['error'])) return true;
  return code !== undefined && CODE_FIELDS.every((field) => body[field] === undefined);
}

/**
 * The error inside a JSON body, or `undefined` when the body holds none (image-api §2.2). Errors inside errors are
 * followed: inner errors, metadata, lists of details, and JSON inside a sentence.
 */
export function errorDetails(body: unknown): ErrorDetails | undefined {
  const outer = asObject(asList(body)?.[0] ?? body);
  if (!outer) return undefined;
  const details = createReader()(outer, DEPTH_LIMIT);
  if (!details) return asObject(outer['error']) && {};
  if (!isError(details, outer)) return undefined;
  const { message, ...others } = details;
  if (message === undefined) return others;
  const requestId = REQUEST_ID_SUFFIX.exec(message)?.[1] ?? others.requestId;
  return {
    ...others,
    ...present({ requestId, parameter: others.parameter ?? parameterIn(message) }),
    message: message.replace(REQUEST_ID_SUFFIX, ''),
  };
}
