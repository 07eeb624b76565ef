import type { FailureError } from '../core/failure/failure';
import { parseForeignJson } from './parse-foreign-json';
import { ERROR_LIMIT, readBody, readText } from './read-body';
import type { ReplyContext } from './reply-context';
import { replyFailure, replyProblem } from './reply-failure';

/** A reply that sends us elsewhere; a browser hides where to. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The failure a reply with an error status is; no more of it is read than can matter. */
export async function readFailure(response: Response, context: ReplyContext): Promise<FailureError> {
  if (isRedirect(response)) {
    await readText(readBody(response, 0));
    return replyProblem('redirected', context);
  }
  const text = await readText(readBody(response, ERROR_LIMIT));
  return replyFailure(text, parseForeignJson(text, context.clean), context);
}
