import { asSeconds } from '../number/bounded';
import type { Failure } from './failure';

/** How often a job is asked again without a click when the server does not say how long to wait. */
export const AUTOMATIC_RETRIES = 4;

/**
 * How often in all while the server does say it. At a limit of five images a minute, a job may be refused several times
 * before its turn comes, and each wait is the one the server asked for.
 */
export const STATED_RETRIES = 20;

/** Longest wait a server may ask for; above it the person decides. Milliseconds. */
const LONGEST_WAIT_MS = 15 * 60_000;

const FIRST_WAIT_MS = 2000;
const LONGEST_BACKOFF_MS = 60_000;

/** Shortest wait, so that a backoff of almost nothing does not make a second request at once. */
const SHORTEST_WAIT_MS = 250;

/** Up to that long is added to a wait the server names, so that jobs do not all come back in the same moment. */
const SPREAD_MS = 500;

/** Statuses of servers that did not even begin (RFC 6585 §4, RFC 9110 §15.6.4). */
const TOO_MANY_REQUESTS = 429;
const SERVICE_UNAVAILABLE = 503;

/** Whether the request was provably not carried out: refused for its rate, or by a server that is overloaded. */
function wasNotCarriedOut({ kind, status }: Failure): boolean {
  if (kind === 'rateLimited') return status === TOO_MANY_REQUESTS || status === SERVICE_UNAVAILABLE;
  return kind === 'serverError' && status === SERVICE_UNAVAILABLE;
}

/** How often a job may be asked again; a stated wait shorter than the first backoff is no sign of a limit's window. */
function retriesFor(stated: number | undefined): number {
  return stated !== undefined && stated * 1000 >= FIRST_WAIT_MS ? STATED_RETRIES : AUTOMATIC_RETRIES;
}

/**
 * How long to wait before asking again without a click, in whole milliseconds; `undefined` when a click is needed.
 * The server's own wait counts; without one, exponential backoff with full jitter.
 * @param retries how often that was done already
 * @param random a number from 0 to 1
 */
export function automaticWait(failure: Failure, retries: number, random: number): number | undefined {
  const stated = asSeconds(failure.retryAfterSeconds);
  if (!wasNotCarriedOut(failure) || retries >= retriesFor(stated)) return undefined;
  if (stated === undefined) {
    const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** retries);
    return Math.ceil(Math.max(SHORTEST_WAIT_MS, random * ceiling));
  }
  const wait = stated * 1000;
  return wait > LONGEST_WAIT_MS ? undefined : Math.ceil(wait + random * SPREAD_MS);
}
