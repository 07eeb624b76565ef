import { beforeAll, expect, test } from 'vitest';
import type { LoggedRequest } from '../sandbox/server';
import { askBackground, readAlarms, readToolbarButton } from './ask-background';
import { connect, setUpGrantedWorld } from './connected-world';

const JOBS = 200;

/** Of how many jobs one is told to come back later, once. */
const LIMITED = 9;

/** The default of a server. */
const AT_ONCE = 2;

const world = setUpGrantedWorld();

const nameOf = (place: number): string => `Job ${String(place).padStart(3, '0')}`;

function promptOf(place: number): string {
  return place % LIMITED === 0 ? `${nameOf(place)} [[rate-limited-ms 60 x1]]` : nameOf(place);
}

/** The place of the job that a request is for. */
function placeOf({ body }: LoggedRequest): number {
  return Number(/Job (\d+)/.exec(JSON.stringify(body))?.[1]);
}

/** The most requests that were under way at one moment. */
function mostAtOnce(requests: readonly LoggedRequest[]): number {
  const events = requests.flatMap(({ receivedAt, finishedAt = Infinity }) => [
    { at: receivedAt, change: 1 },
    { at: finishedAt, change: -1 },
  ]);
  // An end and a beginning in the same millisecond: the end came first, or there would have been no room.
  events.sort((one, other) => one.at - other.at || one.change - other.change);
  let now = 0;
  return events.reduce((most, { change }) => Math.max(most, (now += change)), 0);
}

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
      await askBackground(panel, {
        type: 'generate',
        prompt: promptOf(place),
        parameters: { model: 'dall-e-2', size: '256x256' },
      });
    }
    await expect
      .poll(() => sandbox.generations().filter(({ status }) => status === 200).length, {
        timeout: 200_000,
        interval: 250,
      })
      .toBe(JOBS);
    await expect.poll(() => readToolbarButton(panel).then(({ text }) => text), { timeout: 20_000 }).toBe('');

    const requests = sandbox.generations();
    const paid = requests.filter(({ status }) => status === 200).map(placeOf);
    expect(new Set(paid).size).toBe(JOBS);
    expect(requests.filter(({ status }) => status === 429)).toHaveLength(Math.ceil(JOBS / LIMITED));
    expect(mostAtOnce(requests)).toBeLessThanOrEqual(AT_ONCE);
    // Two are under way at once, and one of them may be told to come back: nobody is overtaken by more.
    const displaced = paid.map((place, at) => Math.abs(place - at));
    expect(Math.max(...displaced)).toBeLessThanOrEqual(AT_ONCE);

    const gallery = await extension.openPage('gallery.html');
    await gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]').first().waitFor();
    const kept: unknown = await gallery.evaluate(
      `new Promise((resolve, reject) => {
        const opening = indexedDB.open('depict');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('jobs').objectStore('jobs').index('state').count('done');
          counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
        };
      })`,
    );
    expect(kept).toBe(JOBS);
    await expect.poll(() => readAlarms(gallery)).toEqual([]);
  },
);
