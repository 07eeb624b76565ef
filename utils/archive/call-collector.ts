import { dropBuffer } from './drop-buffer';

/** Enough for the collector to look at once. Memory that nobody writes into is never really there. */
const PRESSURE_BYTES = 256 * 1024 * 1024;

/** Pictures after which it is time to call. */
export const COLLECTED = 300;

/**
 * Makes the garbage collector run. A handle of a blob is a trifle to it, so that it lets thousands of them lie, and each
 * costs the browser some thirty kilobytes (Chromium 156); nothing can give one back. To ask for much memory makes it look.
 */
export function callCollector(): void {
  try {
    dropBuffer(new ArrayBuffer(PRESSURE_BYTES));
  } catch {
    // There is no such room; the collector has looked for some before it says so.
  }
}
