import { poll } from '../browser/poll';
import type { LoggedRequest, Sandbox } from '../sandbox/server';

/** Whether the answer comes in one piece at the end, or as a stream, in many pieces over the whole time. */
export type Way = 'plain' | 'streamed';

export const WAYS: readonly Way[] = ['plain', 'streamed'];

/**
 * A prompt that the sandbox answers after some time. A stream drips in twenty pieces: some arrive within any half
 * minute, and must not be what keeps the background alive.
 */
export function slowPrompt(words: string, way: Way, seconds: number): string {
  return `${words} [[${way === 'streamed' ? 'drip' : 'delay'} ${seconds * 1000}]]`;
}

function isSlow({ fault }: LoggedRequest): boolean {
  return fault === 'drip' || fault === 'delay';
}

function secondsOf({ receivedAt, finishedAt = receivedAt }: LoggedRequest): string {
  return ((finishedAt - receivedAt) / 1000).toFixed(1);
}

/** The requests that are answered slowly. */
export function slowRequests(sandbox: Sandbox): readonly LoggedRequest[] {
  const slow = sandbox.generations().filter(isSlow);
  const lost = slow.filter(({ aborted }) => aborted);
  if (lost.length > 0) {
    throw new Error(`the background hung up after ${lost.map(secondsOf).join(' s and ')} s`);
  }
  return slow;
}

/**
 * Waits until that many slow answers have left the server completely.
 *
 * @throws when the background hung up on one, saying after how long
 */
export async function waitForAnswers(sandbox: Sandbox, count: number, timeoutMs: number): Promise<void> {
  const look = (): true | undefined =>
    slowRequests(sandbox).filter(({ deliveredAt }) => deliveredAt !== undefined).length >= count || undefined;
  await poll('the slow answers to leave the server', look, { timeoutMs, everyMs: 250 });
}
