import { afterAll, beforeAll, test } from 'vitest';
import { seededRandom } from '../sandbox/drawing/random';
import { seed } from './extent';
import { KILL_STEPS, type KillPlace } from './kill-steps';
import { noteResult } from './note-result';
import { createTally } from './tally';
import { checkAll, runTrial } from './trial';

/** A trial takes a fraction of a second; one that hangs says so itself. */
const TRIAL_MS = 15_000;

/** A place that was made for these tests. */
export interface OpenedPlace extends KillPlace {
  /** The browser's name. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * Registers the tests that kill the background at every step of a job, a number of times each, in one browser.
 *
 * @param trials how often at each step; more often where a step stands for several
 */
export function testKillMatrix(open: () => Promise<OpenedPlace>, trials: number): void {
  let place: OpenedPlace;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  for (const step of KILL_STEPS) {
    const count = step.weight * trials;
    test(`the background killed ${step.name}`, { timeout: count * TRIAL_MS }, async ({ onTestFailed }) => {
      onTestFailed(() => console.log(`${place.name}, seed ${seed}`));
      const random = seededRandom(`${seed} ${step.name}`);
      const left = createTally();
      const ends = createTally();
      const started = performance.now();
      for (let trial = 1; trial <= count; trial += 1) {
        const result = await runTrial(place, step, `${step.name}, trial ${trial}`, random);
        left.add(result.left);
        ends.add(result.end);
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      noteResult(
        `${place.name}, the background killed ${step.name}: ${count} trials in ${seconds} s, seed ${seed}\n` +
          `  left as ${String(left)}\n  ended as ${String(ends)}`,
      );
    });
  }

  test('after all of that every job has ended, and every picture of it is there', { timeout: 300_000 }, () =>
    checkAll(place),
  );
}
