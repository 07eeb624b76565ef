import { FailureError, type FailureKind } from '../core/failure/failure';
import type { FetchedPicture } from '../core/ports';
import { PICTURE_LIMIT, readBody, readBytes } from './read-body';
import { withExchange, type ExchangeOptions } from './send';

/** Whether the extension holds the permission to read an address. */
export type MayRead = (address: string) => Promise<boolean>;

/** How long a picture may take to come, in milliseconds; it is drawn already. */
const PICTURE_TIMEOUT_MS = 300_000;

const NO_ANSWER: ReadonlySet<FailureKind> = new Set(['network', 'gatewayTimeout']);

/**
 * Fetches a picture from the address a server gave, without the key: it is another host's business who we are.
 * Without permission the host may still allow anybody (CORS); when it does not, the picture is `blocked`.
 * @throws FailureError `pictureUnreachable`, `replyTooLarge`, `timedOut`; the caller's own abort passes through
 */
export async function fetchPicture(
  options: Omit<ExchangeOptions, 'timeoutMs'>,
  mayRead: MayRead,
): Promise<FetchedPicture> {
  const { address } = options;
  const { host } = new URL(address);
  let isAnswered = false;
  try {
    return await withExchange({ ...options, timeoutMs: PICTURE_TIMEOUT_MS }, async ({ send }) => {
      const response = await send(address, { method: 'GET', redirect: 'follow' });
      isAnswered = true;
      const { status } = response;
      if (!response.ok) throw new FailureError({ kind: 'pictureUnreachable', status, host });
      const tooLarge = () => new FailureError({ kind: 'replyTooLarge', status, host });
      return { kind: 'bytes', bytes: await readBytes(readBody(response, PICTURE_LIMIT, tooLarge)) };
    });
  } catch (thrown) {
    if (!(thrown instanceof FailureError && NO_ANSWER.has(thrown.failure.kind))) throw thrown;
    if (!isAnswered && !(await mayRead(address))) return { kind: 'blocked' };
    throw new FailureError({ kind: 'pictureUnreachable', host }, { cause: thrown });
  }
}
