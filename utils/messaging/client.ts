import { sendMessage } from '../browser/messages';
import { FailureError } from '../core/failure/failure';
import type { Envelope, Request, RequestOf, Responses } from './protocol';

/**
 * Sends an intent and waits for its answer.
 * @throws FailureError with the background's failure, or `unexpected` when it did not answer
 */
export async function ask<Type extends Request['type']>(request: RequestOf<Type>): Promise<Responses[Type]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only our own background answers, in the words of the same protocol file
  const envelope = (await sendMessage(request)) as Envelope<Responses[Type]> | undefined;
  if (!envelope) throw new FailureError({ kind: 'unexpected', detail: `No answer to "${request.type}"` });
  if (!envelope.ok) throw new FailureError(envelope.failure);
  return envelope.value;
}
