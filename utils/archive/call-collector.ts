import { dropBuffer } from './drop-buffer';

/** Pictures after which it is time for that. */
export const COLLECTED = 300;

/** Enough for the collector to look at once. Memory that nobody writes into is never really there. */
const PRESSURE_BYTES = 256 * 1024 * 1024;

/**
 * Makes the garbage collector run. A handle of a blob is a trifle to it, so that it lets thousands of them lie, and each
 * costs the browser some thirty kilobytes (Chromium 156); nothing can give one back. To ask for much memory makes it look.
 */
export function callCollector(): void {
  dropBuffer(new ArrayBuffer(PRESSURE_BYTES));
}
