import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hostileRows } from '../archive/hostile-rows';
import { makeJobIn } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';
import { setUpGrantedWorld } from './connected-world';

/** Rows that no version of the extension writes: each has one field of another type, or none. */
const BROKEN = [
  { createdAt: 'yesterday' },
  { createdAt: Number.NaN },
  { prompt: undefined },
  { prompt: 7 },
  { prompt: { text: 'a fox' } },
  { parameters: undefined },
  { parameters: null },
  { parameters: { model: 5, n: -1 } },
  { pictureIds: undefined },
  { pictureIds: [null, 3] },
  { failure: { kind: 'nonsense' }, state: 'failed' },
  { failure: 'broken', state: 'failed' },
  { cost: { amount: 'much' } },
  { cost: null },
  { passage: { quote: null } },
  { passage: 'a page' },
  { pendingPictures: [{ address: 'no address' }], state: 'needs-permission' },
  { pendingPictures: 'none', state: 'needs-permission' },
  { startedAt: 'now', state: 'interrupted' },
  { baseUrl: 'no address', state: 'failed', failure: { kind: 'quotaExhausted' } },
] as const;

const BROKEN_PICTURES = [
  { width: Number.NaN },
  { width: undefined, height: undefined },
  { createdAt: 'yesterday' },
  { type: 'text/html' },
  { byteSize: null },
  { tags: 'fog' },
  { tags: [null] },
  { note: 5 },
  { revisedPrompt: {} },
  { index: 'first' },
] as const;

const HONEST = 'An honest fox among odd rows';

const id = (kind: string, number: number): string =>
  `01a0c450-73d0-7000-8${kind}-${number.toString(16).padStart(12, '0')}`;

const world = setUpGrantedWorld();

beforeAll(async () => {
  const hostile = hostileRows(60, 7);
  const broken = BROKEN.map((changes, number) =>
    Object.assign(makeJobIn('done', { id: id('000', number), prompt: `odd ${number}` }), changes),
  );
  const owner = makeJobIn('done', { id: id('001', 0), prompt: 'odd pictures' });
  const pictures = BROKEN_PICTURES.map((changes, number) =>
    Object.assign(makePicture({ id: id('002', number), jobId: owner.id, index: number }), changes),
  );
  const honest = makeJobIn('failed', { id: 'ffffffff-73d0-7000-8000-000000000001', prompt: HONEST });
  const rows = {
    jobs: [...hostile.jobs, ...broken, { ...owner, pictureIds: pictures.map((one) => one.id) }, honest],
    pictures: [...hostile.pictures, ...pictures],
  };
  const page = await world().extension.openPage('gallery.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Rows with values that JSON does not have, such as NaN, are carried as they are.
  await page.evaluate(
    ({ jobs, pictures: images }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('depict');
        opening.addEventListener('error', () => reject(new Error('The database does not open')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(['jobs', 'pictures'], 'readwrite');
          for (const row of jobs) transaction.objectStore('jobs').put(row);
          for (const row of images) transaction.objectStore('pictures').put(row);
          transaction.addEventListener('error', () => reject(new Error('The rows are refused')));
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    rows,
  );
  await page.close();
});

/** Opens a page anew; it must show itself, whatever its rows are. */
async function open(path: string): Promise<Page> {
  const page = await world().extension.openPage(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test.each(['sidepanel.html', 'popup.html'])('%s shows the prompt box and the honest job', async (path) => {
  const page = await open(path);
  await page.getByRole('button', { name: 'Generate' }).waitFor();
  await page.getByText(HONEST).first().waitFor();
  await page.close();
});

test('the history shows its pictures, opens them in the viewer, and finds the honest job', async () => {
  const page = await open('gallery.html');
  const tiles = page.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
  await tiles.first().waitFor();
  await page.getByText(HONEST).first().waitFor();
  for (let place = 0; place < 14; place += 1) {
    const tile = tiles.nth(place).getByRole('button').first();
    if ((await tiles.nth(place).count()) === 0 || (await tile.count()) === 0) break;
    await tile.click();
    await page.getByRole('dialog').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  }
  await page.getByRole('searchbox', { name: 'Search history' }).fill('honest');
  await page.getByText(HONEST).first().waitFor();
  await page.close();
});

test.each([
  ['gallery.html#storage', 'Storage'],
  ['gallery.html#trash', 'Trash'],
  ['options.html', 'Settings'],
  ['diagnostics.html', 'Under the hood'],
])('%s stands', async (path, title) => {
  const page = await open(path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.close();
});

test('after all of that the background works', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const panel = await extension.openPage('sidepanel.html');
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('Another honest fox');
  await panel.getByRole('button', { name: 'Generate' }).click();
  await panel.locator('[data-job-id]').filter({ hasText: 'Another honest fox' }).first().waitFor();
  expect(sandbox.generations()).toEqual([]);
});
