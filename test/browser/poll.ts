import { setTimeout as delay } from 'node:timers/promises';

export interface PollOptions {
  /** Milliseconds after which the wait fails. */
  readonly timeoutMs?: number;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/** A state that was waited for did not come. */
export class WaitTimeout extends Error {
  override readonly name = 'WaitTimeout';
}

/**
 * Looks until `look` returns something other than undefined, and returns that.
 * For states of native windows, which announce nothing; pages have Playwright's own waits.
 *
 * @param state what is waited for, as the words after "waited N s for"
 * @throws {WaitTimeout} when the state has not come in time
 */
export async function poll<T>(
  state: string,
  look: () => T | undefined | Promise<T | undefined>,
  { timeoutMs = 10_000, everyMs = 50 }: PollOptions = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() >= deadline) throw new WaitTimeout(`waited ${timeoutMs / 1000} s for ${state}`);
    await delay(everyMs);
  }
}
