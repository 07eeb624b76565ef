import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { stopBackground } from '../browser/stop-background';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;
let panel: Page;
const tiles = () => gallery.getByRole('list', { name: 'Images', exact: true }).locator('[data-image-id]');
const deleted = () => gallery.getByRole('list', { name: 'Deleted images' }).locator('[data-image-id]');

/** How many rows each store has that holds a part of a picture. */
function countParts(): Promise<number[]> {
  return gallery.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('depict');
        opening.addEventListener('error', () => reject(new Error('The database does not open')));
        opening.addEventListener('success', () => {
          const names = ['pictures', 'originals', 'thumbnails'];
          const transaction = opening.result.transaction(names);
          const counts = names.map((name) => transaction.objectStore(name).count());
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve(counts.map(({ result }) => result));
          });
        });
      }),
  );
}

const DAY = 24 * 60 * 60_000;

/** Turns the clock back: the pictures, in the order they were drawn, were deleted that long ago. */
function deleteAgo(...ages: readonly number[]): Promise<void> {
  return gallery.evaluate(
    (times) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('depict');
        opening.addEventListener('error', () => reject(new Error('The database does not open')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('pictures', 'readwrite');
          const store = transaction.objectStore('pictures');
          const rows: IDBRequest<unknown[]> = store.getAll();
          rows.addEventListener('success', () => {
            rows.result.forEach((row, at) => store.put(Object.assign({}, row, { deletedAt: times[at] })));
          });
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    ages.map((age) => Date.now() - age),
  );
}

beforeAll(async () => {
  await connect(world());
  panel = await world().extension.openPage('sidepanel.html');
  for (const prompt of ['A first to lose', 'A second to lose']) {
    await generate(panel, prompt);
    await jobWith(panel, prompt, 'done');
  }
  gallery = await world().extension.openPage('gallery.html');
  await tiles().nth(1).waitFor();
});

test('deleted pictures are in the trash, the one deleted last first, also after a reload', async () => {
  await tiles().first().getByRole('button').click();
  for (let left = 2; left > 0; left -= 1) {
    await gallery.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => tiles().count()).toBe(left - 1);
  }
  await gallery.getByText('No pictures yet').waitFor();
  await gallery.getByRole('button', { name: 'Trash: 2 pictures' }).click();
  await gallery.reload();
  await deleted().nth(1).waitFor();
  expect(await gallery.evaluate(() => location.hash)).toBe('#trash');
  const words = await deleted()
    .getByRole('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('alt')));
  expect(words).toEqual(['A first to lose', 'A second to lose']);
  expect(await deleted().first().innerText()).toContain('Gone for good in 30 days');
  // Not only its place: the picture itself is still there.
  await expect
    .poll(() =>
      deleted()
        .locator('img')
        .evaluateAll((images) =>
          images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
        ),
    )
    .toBe(true);
});

test('a deleted picture can be looked at larger, to the last pixel, and the focus comes back', async () => {
  const opener = deleted().first().getByRole('button', { name: 'A first to lose' });
  await opener.click();
  const large = gallery.getByRole('dialog', { name: 'Deleted image' }).getByRole('img');
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1024);
  await gallery.keyboard.press('1');
  await expect.poll(async () => (await large.boundingBox())?.width).toBe(1024);
  await gallery.keyboard.press('Escape');
  await expect.poll(() => gallery.getByRole('dialog').count()).toBe(0);
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a restored picture is in the history again, and Back leads to the trash', async () => {
  await deleted().first().getByRole('button', { name: 'Restore' }).click();
  await gallery.getByRole('status').getByText('Picture restored').waitFor();
  await expect.poll(() => deleted().count()).toBe(1);
  await gallery.getByRole('button', { name: 'Back to history' }).click();
  await tiles().getByRole('img', { name: 'A first to lose' }).waitFor();
  await gallery.goBack();
  await deleted().getByRole('img', { name: 'A second to lose' }).waitFor();
  expect(await countParts()).toEqual([2, 2, 2]);
});

test('emptying takes the rest for good, bytes and all', async () => {
  await gallery.getByRole('button', { name: 'Empty trash' }).click();
  await gallery.getByRole('button', { name: 'Delete 1 picture for good' }).click();
  await gallery.getByRole('status').getByText('1 picture deleted for good').waitFor();
  await gallery.getByText('The trash is empty').waitFor();
  expect(await countParts()).toEqual([1, 1, 1]);
  await gallery.getByRole('button', { name: 'Back to history' }).click();
  await tiles().getByRole('img', { name: 'A first to lose' }).waitFor();
  expect(await gallery.getByRole('button', { name: /^Trash/ }).count()).toBe(0);
});

test('a background that starts removes what was deleted more than 30 days ago, and nothing younger', async () => {
  await generate(panel, 'A third to lose');
  await jobWith(panel, 'A third to lose', 'done');
  await tiles().nth(1).waitFor();
  await deleteAgo(30 * DAY + 60_000, 29 * DAY + 60_000);
  await stopBackground(world().extension, gallery);
  await gallery.goto(world().extension.url('gallery.html#trash'));
  // The page asks how storage is, and that wakes a background.
  await gallery.reload();
  await expect.poll(countParts).toEqual([1, 1, 1]);
  await expect.poll(() => deleted().count()).toBe(1);
  await deleted().getByRole('img', { name: 'A third to lose' }).waitFor();
  expect(await deleted().innerText()).toContain('Gone for good in 1 day');
});
