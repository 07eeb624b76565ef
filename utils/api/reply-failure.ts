import { FailureError, type Failure } from '../core/failure/failure';
import { waitingHelps } from '../core/failure/failure-advice';
import { classifyError } from './classify-error';
import { errorDetails, type ErrorDetails } from './error-details';
import { asList, asObject, present } from './json-value';
import { redact } from './redact';
import { isTask, saysError } from './reply-body';
import { requestIdOf, type ReplyContext } from './reply-context';
import type { ReplyFacts } from './reply-facts';
import { retryAfterSeconds } from './retry-after';

/** As much of a plain text as is kept, in characters. */
const TEXT_LIMIT = 5000;

/** Longest JSON that is shown where no field of it is an error message, in characters. */
const JSON_LIMIT = 2000;

/** A control character: binary data. */
const BINARY = /(?![\t\n\r])\p{Cc}/u;

/** Whether a body is fit to be shown: some words, and neither binary data nor a long JSON text. */
function isReadable(text: string): boolean {
  if (text === '' || BINARY.test(text)) return false;
  return text.length <= JSON_LIMIT || !/^[[{]/.test(text);
}

/** Whether a body is a web page: a gateway's error page, or the front page of a site that is no API. */
export function looksLikeHtml(headers: Headers, text: string): boolean {
  return /text\/html/i.test(headers.get('content-type') ?? '') || /^\s*<(?:!doctype|html)/i.test(text);
}

/** A failure of a reply, with what is known of the reply. */
export function replyProblem(
  kind: Failure['kind'],
  context: ReplyContext,
  { message, code, parameter, requestId, retryAfterSeconds: told }: ErrorDetails = {},
): FailureError {
  const { status, headers, url, secrets, at } = context;
  const clean = (text: string | undefined) => (text === undefined ? undefined : redact(text, secrets));
  return new FailureError({
    kind,
    host: new URL(url).host,
    ...present({
      // A browser gives no status for a redirect that was not followed.
      status: status || undefined,
      detail: clean(message),
      code: clean(code),
      parameter: clean(parameter),
      requestId: clean(requestId) ?? requestIdOf(context),
      retryAfterSeconds: waitingHelps(kind) ? (told ?? retryAfterSeconds(headers, at, message)) : undefined,
    }),
  });
}

function isSuccess({ status }: ReplyContext): boolean {
  return status >= 200 && status < 300;
}

/** The failure for a web page. Its own text is dropped: it never helps a person; its title may tell who wrote it. */
function pageFailure(text: string, context: ReplyContext): FailureError {
  if (isSuccess(context)) return replyProblem('wrongEndpoint', context);
  const message = /<title>([^<]{1,200})/i.exec(text)?.[1];
  return replyProblem(classifyError(context.status, present({ message })), context);
}

/** The failure for a body that calls itself an error. */
function errorFailure(body: unknown, context: ReplyContext): FailureError {
  const details = errorDetails(body) ?? {};
  return replyProblem(classifyError(context.status, details), context, details);
}

/** The failure for a reply that is no picture reply. */
export function replyFailure(text: string, body: unknown, context: ReplyContext): FailureError {
  const { status, headers } = context;
  if (saysError(body)) return errorFailure(body, context);
  const details = errorDetails(body);
  if (details) {
    const kind = classifyError(status, details);
    return replyProblem(
      kind === 'serverError' && isSuccess(context) ? 'unreadableReply' : kind,
      context,
      details,
    );
  }
  if (looksLikeHtml(headers, text)) return pageFailure(text, context);
  if (isSuccess(context)) return replyProblem('unreadableReply', context);
  // Of JSON the cleaned values, as escapes in the text itself could hide a secret.
  const words = asObject(body) ? JSON.stringify(body) : text.trim();
  const isLongJson = asObject(body) !== undefined && text.length > JSON_LIMIT;
  const said = isReadable(words) && !isLongJson ? { message: words.slice(0, TEXT_LIMIT) } : {};
  return replyProblem(classifyError(status, said), context, said);
}

/** Whether a body has a place for pictures. */
function hasList(body: unknown): boolean {
  const { data, images } = asObject(body) ?? {};
  return asList(data) !== undefined || asList(images) !== undefined;
}

/** The failure for the body of a success without any picture (image-api §2.2, §3.3). */
function emptyFailure(body: unknown, text: string, context: ReplyContext): FailureError {
  if (isTask(body)) return replyProblem('asynchronousServer', context);
  if (!hasList(body)) return replyFailure(text, body, context);
  const details = errorDetails(body);
  const kind = details && classifyError(context.status, details);
  const isNamed = kind !== undefined && kind !== 'serverError' && kind !== 'invalidParameter';
  return replyProblem(isNamed ? kind : 'noPicture', context, isNamed ? details : {});
}

/** The failure for a reply of which no picture came and that names no error. */
function nothingFailure(facts: ReplyFacts, isStream: boolean, context: ReplyContext): FailureError {
  const { emptyMessage, text, unreadable, hasValues, hasOtherText, isOpen } = facts;
  if (isTask(emptyMessage)) return replyProblem('asynchronousServer', context);
  if (unreadable > 0) return replyProblem('unreadableReply', context);
  if (isStream && (isOpen || emptyMessage === undefined)) {
    return replyProblem(hasOtherText && !hasValues ? 'unreadableReply' : 'incompleteStream', context);
  }
  if (isOpen) return replyProblem('unreadableReply', context);
  return emptyFailure(emptyMessage, text, context);
}

/** How many pictures a reply was to bring and brought, and how it ended. */
export interface ReplyEnd {
  readonly facts: ReplyFacts;
  readonly wanted: number;
  readonly count: number;
  readonly isStream: boolean;
  /** Why the transfer broke, if it did. */
  readonly broken?: FailureError;
}

/**
 * Why pictures of a reply are missing, by the server's own reason where it gives one; `undefined` when all came, whatever
 * followed them, and when the server sent fewer than it was asked for and said nothing.
 */
export function missingFailure(end: ReplyEnd, context: ReplyContext): FailureError | undefined {
  const { facts, wanted, count, isStream, broken } = end;
  if (count >= wanted) return undefined;
  const [error] = facts.errors;
  if (error) return errorFailure(error, context);
  if (facts.isWithheld) return replyProblem('contentBlocked', context);
  if (broken) return broken;
  if (count === 0) return nothingFailure(facts, isStream, context);
  if (facts.unreadable > 0) return replyProblem('unreadableReply', context);
  if (facts.emptyItems > 0) return replyProblem('noPicture', context);
  return facts.isOpen ? replyProblem('incompleteStream', context) : undefined;
}
