import { FailureError, type FailureKind } from '../core/failure/failure';
import type { FetchedPicture, PictureServer } from '../core/ports';
import { mayFetchFrom } from '../core/server/network';
import { PICTURE_LIMIT, readBody, readBytes } from './read-body';
import { requestHeaders } from './request-headers';
import { withExchange, type Exchange, type ExchangeOptions } from './send';

/** Whether the extension holds the permission to read an address. */
export type MayRead = (address: string) => Promise<boolean>;

/** What fetching a picture needs. */
export interface FetchOptions extends Omit<ExchangeOptions, 'timeoutMs'> {
  /** The server that gave the address. */
  readonly server: PictureServer;
}

/** How long a picture may take to come, in milliseconds; it is drawn already. */
const PICTURE_TIMEOUT_MS = 300_000;

const NO_ANSWER: ReadonlySet<FailureKind> = new Set(['network', 'gatewayTimeout']);

const originOf = (address: string): string => new URL(address).origin;

/** Whether the answer asks for credentials that were entered for exactly the origin that gave it. */
function asksForOurKey(
  response: Response,
  address: string,
  { baseUrl, key, headers = {} }: PictureServer,
): boolean {
  if (response.status !== 401 && response.status !== 403) return false;
  if (key === undefined && Object.keys(headers).length === 0) return false;
  const origin = originOf(baseUrl);
  return originOf(address) === origin && originOf(response.url || address) === origin;
}

/** Asks without the key first, and once with it where the provider's own origin wants it; then no redirect is followed. */
async function request(
  { send }: Exchange,
  { address, server }: FetchOptions,
  onAnswer: () => void,
): Promise<Response> {
  const response = await send(address, { method: 'GET', redirect: 'follow' });
  onAnswer();
  if (!asksForOurKey(response, address, server)) return response;
  await response.body?.cancel();
  const headers = requestHeaders(server);
  const second = await send(address, { method: 'GET', redirect: 'manual', headers });
  // A redirect that is not followed has no status: what was said before it counts.
  return second.type === 'opaqueredirect' ? new Response(null, { status: response.status }) : second;
}

/**
 * Fetches a picture from the address a server gave. The key goes along only to the server's own origin, and only after
 * the request without it was answered with 401 or 403. Without permission the host may still allow anybody (CORS); when
 * it does not, the picture is `blocked`.
 *
 * The browser follows redirects itself, so that a request to a private network may have been made before it is seen that
 * a redirect led there; what came from there is dropped.
 * @throws FailureError `pictureUnreachable`, `privateAddress`, `replyTooLarge`, `timedOut`; the caller's own abort passes
 * through
 */
export async function fetchPicture(options: FetchOptions, mayRead: MayRead): Promise<FetchedPicture> {
  const { address, server } = options;
  const { host } = new URL(address);
  let isAnswered = false;
  try {
    return await withExchange({ ...options, timeoutMs: PICTURE_TIMEOUT_MS }, async (exchange) => {
      const response = await request(exchange, options, () => (isAnswered = true));
      const { status, url } = response;
      if (!mayFetchFrom(url || address, server.baseUrl)) {
        await response.body?.cancel();
        throw new FailureError({ kind: 'privateAddress', host: new URL(url || address).host });
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new FailureError({ kind: 'pictureUnreachable', status, host });
      }
      const tooLarge = () => new FailureError({ kind: 'replyTooLarge', status, host });
      return { kind: 'bytes', bytes: await readBytes(readBody(response, PICTURE_LIMIT, tooLarge)) };
    });
  } catch (thrown) {
    if (!(thrown instanceof FailureError && NO_ANSWER.has(thrown.failure.kind))) throw thrown;
    if (!isAnswered && !(await mayRead(address))) return { kind: 'blocked' };
    throw new FailureError({ kind: 'pictureUnreachable', host }, { cause: thrown });
  }
}
