import { beforeAll, expect, test } from 'vitest';
import { displacements, LIMITED, mostAtOnce, placeOf, promptOf } from '../browser/job-order';
import { askBackground, readAlarms, readToolbarButton } from './ask-background';
import { connect, setUpGrantedWorld } from './connected-world';

const JOBS = 200;

/** The default of a server. */
const AT_ONCE = 2;

/** Runs in a page: how many jobs are done. */
const COUNT_DONE = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('depict');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('jobs').objectStore('jobs').index('state').count('done');
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})`;

const world = setUpGrantedWorld();

beforeAll(async () => {
  await connect(world());
});

test(
  '200 jobs with 429s sprinkled in all end, in order, never more at once than the limit, one paid request each',
  { timeout: 240_000 },
  async () => {
    const { extension, sandbox } = world();
    const panel = await extension.openPage('sidepanel.html');
    await panel.getByText('No jobs yet').waitFor();
    for (let place = 0; place < JOBS; place += 1) {
      const parameters = { model: 'dall-e-2', size: '256x256' };
      await askBackground(panel, { type: 'generate', prompt: promptOf(place), parameters });
    }
    const paid = () => sandbox.generations().filter(({ status }) => status === 200);
    await expect.poll(() => paid().length, { timeout: 200_000, interval: 250 }).toBe(JOBS);
    await expect.poll(() => readToolbarButton(panel).then(({ text }) => text), { timeout: 20_000 }).toBe('');

    expect(new Set(paid().map(placeOf)).size).toBe(JOBS);
    const limited = sandbox.generations().filter(({ status }) => status === 429);
    expect(limited).toHaveLength(Math.ceil(JOBS / LIMITED));
    expect(mostAtOnce(sandbox.generations())).toBeLessThanOrEqual(AT_ONCE);
    // Two are under way at once, and one of them may be told to come back: nobody is overtaken by more.
    expect(Math.max(...displacements(paid()))).toBeLessThanOrEqual(AT_ONCE);
    expect(await panel.evaluate(COUNT_DONE)).toBe(JOBS);
    await expect.poll(() => readAlarms(panel)).toEqual([]);
  },
);
