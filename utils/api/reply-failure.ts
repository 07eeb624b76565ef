import { FailureError, type Failure } from '../core/failure/failure';
import { waitingHelps } from '../core/failure/failure-advice';
import { classifyError } from './classify-error';
import { errorDetails, type ErrorDetails } from './error-details';
import { asObject, asText, present } from './json-value';
import { isTask, withholdsPictures, type ParsedReply } from './parse-reply';
import { redact } from './redact';
import { requestIdOf, type ReplyContext } from './reply-context';
import { retryAfterSeconds } from './retry-after';

/** As much of a plain text as is looked at, in characters. */
const TEXT_LIMIT = 5000;

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

/** Whether a body calls itself an error, whatever its status. */
export function saysError(body: unknown): boolean {
  const { error, success } = asObject(body) ?? {};
  return asText(error) !== undefined || asObject(error) !== undefined || success === false;
}

/** The failure for a body that calls itself an error. */
export function errorFailure(body: unknown, context: ReplyContext): FailureError {
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
  const said = text.trim() === '' ? {} : { message: text.trim().slice(0, TEXT_LIMIT) };
  return replyProblem(classifyError(status, said), context, said);
}

/** The failure for a reply that calls itself a success and brings no picture (image-api §2.2, §3.3). */
export function emptyReplyFailure(
  body: unknown,
  reply: ParsedReply | undefined,
  context: ReplyContext,
): FailureError {
  if (saysError(body)) return replyFailure('', body, context);
  if (withholdsPictures(body)) return replyProblem('contentBlocked', context);
  if (isTask(body)) return replyProblem('asynchronousServer', context);
  return reply ? replyProblem('noPicture', context) : replyFailure('', body, context);
}
