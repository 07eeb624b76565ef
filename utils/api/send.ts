import { FailureError } from '../core/failure/failure';
import type { Clock } from '../core/ports';

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
}

/** Requests that share one time limit, and the reading of their answers. */
export interface Exchange {
  send(url: string, init: RequestInit): Promise<Response>;
  /** What to throw for what was thrown meanwhile: a FailureError, or the reason of the caller's own abort. */
  faultOf(thrown: unknown): unknown;
  /** Stops the clock. */
  close(): void;
}

/**
 * Nothing of the person goes along: no cookies, no referrer; a redirect is not followed unless `init` says so, because
 * the prompt would go to a server nobody chose.
 */
export function openExchange({ fetch, address, timeoutMs, signal, now }: ExchangeOptions): Exchange {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeoutMs);
  const { host } = new URL(address);
  return {
    async send(url, init) {
      const sentAt = now();
      try {
        return await fetch(url, {
          redirect: 'manual',
          ...init,
          cache: 'no-store',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          signal: signal ? AbortSignal.any([signal, clock.signal]) : clock.signal,
        });
      } catch (thrown) {
        const stopped = clock.signal.aborted || signal?.aborted;
        const cut = !stopped && thrown instanceof TypeError && now() - sentAt >= CUT_BY_GATEWAY_MS;
        throw cut ? new FailureError({ kind: 'gatewayTimeout', host }, { cause: thrown }) : thrown;
      }
    },
    faultOf(thrown) {
      if (thrown instanceof FailureError) return thrown;
      const reason: unknown = signal?.reason;
      if (signal?.aborted) return reason;
      const kind = clock.signal.aborted ? 'timedOut' : 'network';
      return new FailureError({ kind, host }, { cause: thrown });
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
