import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSoak } from './extent';

/** Where a soak collects what its tests came to, to be read at its end. */
export const SUMMARY_FILE = 'test-output/soak.txt';

/** Says what a proof came to. A soak runs long enough for that to be lost, and keeps it. */
export function noteResult(words: string): void {
  console.log(words);
  if (!isSoak) return;
  mkdirSync(dirname(SUMMARY_FILE), { recursive: true });
  appendFileSync(SUMMARY_FILE, `${words}\n`);
}
