import { asList, asObject, asText, present, type JsonObject } from './json-value';
import { parameterIn } from './refused-parameter';

/** What an error body says, whatever dialect it is written in. */
export interface ErrorDetails {
  readonly message?: string;
  readonly code?: string;
  readonly type?: string;
  readonly parameter?: string;
  readonly requestId?: string;
}

const REQUEST_ID_SUFFIX = /\s*[(（]request id: ([^)）]+)[)）]\s*$/i;

/** Above this many characters no sentence is looked at: it would be somebody's whole page. */
const MESSAGE_LIMIT = 5000;

/** Places where an error says its sentence, in the order they are tried. */
const MESSAGE_FIELDS = ['message', 'msg', 'detail', 'error_msg', 'err', 'error'] as const;

function codeOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

/** The name of a field at the end of FastAPI's path to it, which begins with `body`. */
function fieldAt(location: unknown): string | undefined {
  return asList(location)
    ?.map(asText)
    .findLast((step) => step !== undefined && step !== 'body');
}

/** What an object, a sentence, or the first of a list of these says of itself. */
function read(value: unknown): ErrorDetails {
  const error = asObject(asList(value)?.[0] ?? value);
  if (!error) return present({ message: asText(asList(value)?.[0] ?? value)?.slice(0, MESSAGE_LIMIT) });
  const messages = MESSAGE_FIELDS.map((field) => asText(asList(error[field])?.[0] ?? error[field]));
  const message = messages.find((text) => text !== undefined)?.slice(0, MESSAGE_LIMIT);
  const inner = asObject(error['inner_error']) ?? asObject(error['innererror']);
  // Beside a sentence, a bare `error` is the name of its kind: "server_error", "Bad Request".
  const named = asText(error['error']);
  return present({
    message,
    code: codeOf(error['code']) ?? codeOf(inner?.['code']),
    type: asText(error['type']) ?? asText(error['status']) ?? (named === message ? undefined : named),
    parameter: asText(error['param']) ?? fieldAt(error['loc']),
  });
}

/** The parts of a body that may be the error itself, in the order they are tried. */
function partsOf(body: JsonObject): readonly unknown[] {
  const { error, errors, detail, details, header, response } = body;
  const inDetails = asObject(details)?.['errorMessage'];
  const inResponse = asObject(response)?.['error'];
  return [asText(error) === undefined ? error : undefined, errors, detail, inDetails, header, inResponse];
}

/** The error inside a JSON body, or `undefined` when the body holds none (image-api §2.2). */
export function errorDetails(body: unknown): ErrorDetails | undefined {
  const outer = asObject(asList(body)?.[0] ?? body);
  if (!outer) return undefined;
  const around = read(outer);
  const own = partsOf(outer)
    .map(read)
    .find(({ message, code }) => (message ?? code) !== undefined);
  if (!own && around.message === undefined && !asObject(outer['error'])) return undefined;
  const { message, ...details } = { ...around, ...own };
  if (message === undefined) return details;
  const requestId = REQUEST_ID_SUFFIX.exec(message)?.[1];
  return {
    ...details,
    ...present({ requestId, parameter: details.parameter ?? parameterIn(message) }),
    message: message.replace(REQUEST_ID_SUFFIX, ''),
  };
}
