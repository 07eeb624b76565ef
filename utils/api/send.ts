import { FailureError } from '../core/failure';

/** The part of `fetch` that is used, so that tests can answer in its place. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How long a request may take before it is given up, in milliseconds; no server draws longer for a person's wish. */
export const REQUEST_TIMEOUT_MS = 300_000;

/**
 * Sends one request and reads its whole body, within one time limit. Nothing of the person goes along: no cookies, no
 * referrer; a redirect is refused, because the prompt would go to a server nobody chose.
 * @throws FailureError `timedOut` or `network`; the caller's own abort passes through as it is
 */
export async function send<Body>(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Body>,
  timeoutMs: number = REQUEST_TIMEOUT_MS,
): Promise<Body> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: 'error',
      ...init,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return await read(response);
  } catch (thrown) {
    if (thrown instanceof FailureError || signal?.aborted) throw thrown;
    const kind = timeout.aborted ? 'timedOut' : 'network';
    throw new FailureError({ kind, host: new URL(url).host }, { cause: thrown });
  }
}
