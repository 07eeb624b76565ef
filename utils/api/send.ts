import { FailureError, type FailureKind } from '../core/failure/failure';
import type { Clock } from '../core/ports';
import { withoutQuery } from '../core/server/base-url';

/** The part of `fetch` that is used, so that tests can answer in its place. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A browser tells a gateway that cut a silent line from a line that never was only by the time (image-api §2.3): the
 * shortest limit in use is 60 s.
 */
const CUT_BY_GATEWAY_MS = 55_000;

/** What an exchange with a server needs. */
export interface ExchangeOptions {
  readonly fetch: Fetch;
  /** The server's address, whose host a failure names. */
  readonly address: string;
  /** Time for everything, from the first request to the last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly now: Clock;
  /**
   * Whether the server may bill the request once it has arrived, so that it matters whether a connection broke before
   * or after that.
   */
  readonly isPaid?: boolean;
}

/** Requests that share one time limit, and the reading of their answers. */
export interface Exchange {
  send(url: string, init: RequestInit): Promise<Response>;
  /** What to throw for what was thrown meanwhile: a FailureError, or the reason of the caller's own abort. */
  faultOf(thrown: unknown): unknown;
  /** Stops the clock. */
  close(): void;
}

/** What is the same in all requests: no cookies and no referrer. */
const PRIVATE = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/** How long a server may take to show that it is there, in milliseconds. */
const PROBE_TIMEOUT_MS = 5000;

/** Whether something answers at an address, asked without key and text. */
async function isReachable(fetch: Fetch, address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  try {
    await fetch(withoutQuery(address), { ...PRIVATE, method: 'HEAD', redirect: 'manual', signal });
    return true;
  } catch {
    return false;
  }
}

/**
 * Nothing of the person goes along: no cookies, no referrer; a redirect is not followed unless `init` says so, because
 * the prompt would go to a server nobody chose.
 */
export function openExchange(options: ExchangeOptions): Exchange {
  const { fetch, address, timeoutMs, signal, now, isPaid = false } = options;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeoutMs);
  const { host } = new URL(address);
  let isAnswered = false;

  /**
   * The kind of a connection that broke without an answer. `fetch` does not say whether the request had left; where the
   * server is there a moment later, it most likely had.
   */
  async function kindOfBreak(waited: number): Promise<FailureKind | undefined> {
    if (waited >= CUT_BY_GATEWAY_MS) return 'gatewayTimeout';
    return isPaid && (await isReachable(fetch, address)) ? 'connectionBroken' : undefined;
  }

  return {
    async send(url, init) {
      const sentAt = now();
      try {
        const response = await fetch(url, {
          redirect: 'manual',
          ...init,
          ...PRIVATE,
          signal: signal ? AbortSignal.any([signal, clock.signal]) : clock.signal,
        });
        isAnswered = true;
        return response;
      } catch (thrown) {
        const isStopped = clock.signal.aborted || signal?.aborted;
        if (isStopped || !(thrown instanceof TypeError)) throw thrown;
        const kind = await kindOfBreak(now() - sentAt);
        throw kind ? new FailureError({ kind, host }, { cause: thrown }) : thrown;
      }
    },
    faultOf(thrown) {
      const reason: unknown = signal?.reason;
      if (signal?.aborted) return reason;
      if (thrown instanceof FailureError) return thrown;
      const broken = isPaid && isAnswered ? 'connectionBroken' : 'network';
      return new FailureError({ kind: clock.signal.aborted ? 'timedOut' : broken, host }, { cause: thrown });
    },
    close: () => clearTimeout(timer),
  };
}

/**
 * Does the work within an exchange.
 * @throws FailureError `timedOut`, `gatewayTimeout`, `network`, or the work's own; the caller's abort passes through
 */
export async function withExchange<Value>(
  options: ExchangeOptions,
  work: (exchange: Exchange) => Promise<Value>,
): Promise<Value> {
  const exchange = openExchange(options);
  try {
    return await work(exchange);
  } catch (thrown) {
    throw exchange.faultOf(thrown);
  } finally {
    exchange.close();
  }
}
