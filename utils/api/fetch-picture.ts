import { FailureError } from '../core/failure';
import type { FetchedPicture } from '../core/ports';
import { send, type Fetch } from './send';

/** Whether the extension holds the permission to read an address. */
export type MayRead = (address: string) => Promise<boolean>;

async function readPicture(response: Response, host: string): Promise<FetchedPicture> {
  if (!response.ok) throw new FailureError({ kind: 'pictureUnreachable', status: response.status, host });
  return { kind: 'bytes', bytes: new Uint8Array(await response.arrayBuffer()) };
}

/**
 * Fetches a picture from the address a server gave, without the key: it is another host's business who we are.
 * Without permission the host may still allow anybody (CORS); when it does not, the picture is `blocked`.
 * @throws FailureError `pictureUnreachable`, `timedOut`; the caller's own abort passes through
 */
export async function fetchPicture(
  fetch: Fetch,
  mayRead: MayRead,
  address: string,
  signal: AbortSignal,
): Promise<FetchedPicture> {
  const { host } = new URL(address);
  try {
    return await send(fetch, address, { method: 'GET', redirect: 'follow' }, signal, (response) =>
      readPicture(response, host),
    );
  } catch (thrown) {
    const unreadable = thrown instanceof FailureError && thrown.failure.kind === 'network';
    if (!unreadable) throw thrown;
    if (!(await mayRead(address))) return { kind: 'blocked' };
    throw new FailureError({ kind: 'pictureUnreachable', host }, { cause: thrown });
  }
}
