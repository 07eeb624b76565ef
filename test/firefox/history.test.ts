import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { waitForPicture } from '../browser/firefox/history';
import { jobsIn, waitForNewestJob } from '../browser/firefox/jobs';
import { press } from '../browser/firefox/server-form';
import { poll } from '../browser/poll';
import { connect, PATIENCE, setUpFirefox } from './support';

const world = setUpFirefox();

const PROMPTS = ['A heron at dawn', 'A lighthouse in the rain'] as const;

let gallery: Page;

/** What the pictures in the grid are called, newest first. */
const shown = (): Promise<readonly string[]> =>
  gallery.$$eval('main [data-image-id][aria-posinset] img', (all) =>
    all.map((one) => (one instanceof HTMLImageElement ? one.alt : '')),
  );

/** What the viewer, or the comparison, shows large. */
const large = (): Promise<readonly string[]> =>
  gallery.$$eval('dialog[open] img[width]', (all) =>
    all.map((one) => (one instanceof HTMLImageElement && one.naturalWidth > 0 ? one.alt : '')),
  );

/** Waits until any of the regions that announce something says this. */
const waitForWords = (words: string): Promise<true> =>
  poll(`the page to say "${words}"`, async () => {
    const said = await gallery.$$eval('[role="status"]', (all) => all.map((one) => one.textContent));
    return said.some((text) => text.includes(words)) || undefined;
  });

/** Goes to a place of the history as a link in it does. */
const goTo = (place: string): Promise<void> =>
  gallery.evaluate((hash) => {
    location.hash = hash;
  }, place);

beforeAll(async () => {
  await connect(world());
  const panel = await world().firefox.openPage('sidepanel.html');
  for (const prompt of PROMPTS) {
    await panel.locator('textarea').fill(prompt);
    await press(panel, 'Generate');
    await panel.waitForFunction(
      (words) => document.querySelector('[data-job-id]')?.textContent.includes(words),
      {},
      prompt,
    );
    await waitForNewestJob(jobsIn(panel), 'done');
  }
  gallery = await world().firefox.openPage('gallery.html');
  for (const prompt of PROMPTS) await waitForPicture(gallery, prompt);
});

test('pictures are found by their words', async () => {
  await gallery.locator('input[type="search"]').fill('heron');
  await expect.poll(shown, PATIENCE).toEqual([PROMPTS[0]]);
  await press(gallery, 'Clear filters');
  await expect.poll(shown, PATIENCE).toEqual(PROMPTS.toReversed());
});

test('both are chosen, become favorites, get a tag, and are found by it', async () => {
  for (const prompt of PROMPTS) await gallery.locator(`input[aria-label="Select: ${prompt}"]`).click();
  await waitForWords('2 selected');
  await press(gallery, 'Favorite');
  await waitForWords('2 pictures marked as favorites');
  await press(gallery, 'Add tags');
  await gallery.locator('input[aria-label="Tags for the selected pictures"]').fill('river');
  await gallery.keyboard.press('Enter');
  await waitForWords('2 pictures tagged: river');
  await press(gallery, 'Select nothing');
  await goTo('tag=river&favorite=1');
  await waitForWords('2 pictures');
  await expect.poll(shown, PATIENCE).toEqual(PROMPTS.toReversed());
  await press(gallery, 'Clear filters');
});

test('the viewer opens, turns pages, zooms and copies by keys, and Undo brings back what it deletes', async () => {
  const percent = (): Promise<string> =>
    gallery.$$eval(
      'dialog[open] [aria-live="polite"]',
      (regions) => regions.map(({ textContent }) => textContent).find((words) => words.endsWith('%')) ?? '',
    );
  await gallery.locator(`[data-image-id] button:has(img[alt="${PROMPTS[1]}"])`).click();
  await expect.poll(large, PATIENCE).toEqual([PROMPTS[1]]);
  await gallery.keyboard.press('ArrowRight');
  await expect.poll(large, PATIENCE).toEqual([PROMPTS[0]]);
  await gallery.keyboard.press('1');
  await expect.poll(percent, PATIENCE).toBe('100%');
  await gallery.keyboard.press('0');
  await expect.poll(percent, PATIENCE).not.toBe('100%');
  await gallery.keyboard.press('c');
  await waitForWords('Prompt copied');
  await gallery.keyboard.press('Delete');
  await expect.poll(large, PATIENCE).toEqual([PROMPTS[1]]);
  await press(gallery, 'Undo');
  await gallery.keyboard.press('Escape');
  await expect.poll(shown, PATIENCE).toEqual(PROMPTS.toReversed());
});

test('two are compared, and what is different is told', async () => {
  const ids = await gallery.$$eval('[data-image-id][aria-posinset]', (all) =>
    all.map((one) => one.getAttribute('data-image-id')),
  );
  await goTo(`compare=${ids.join(',')}`);
  await expect.poll(large, PATIENCE).toEqual(PROMPTS.toReversed());
  const table = await gallery.$eval('dialog[open] table', (found) => found.textContent);
  expect(table).toContain('lighthouse');
  await gallery.keyboard.press('Escape');
  await gallery.waitForFunction(() => !document.querySelector('dialog[open]'));
});

test('what is deleted lies in the trash, and comes back from there', async () => {
  await gallery.locator(`input[aria-label="Select: ${PROMPTS[0]}"]`).click();
  await press(gallery, 'Delete');
  await expect.poll(shown, PATIENCE).toEqual([PROMPTS[1]]);
  await goTo('trash');
  await waitForPicture(gallery, PROMPTS[0]);
  await press(gallery, 'Restore');
  await gallery.waitForFunction(() => !document.querySelector('[data-image-id]'));
  await press(gallery, 'Back to history');
  await expect.poll(shown, PATIENCE).toEqual(PROMPTS.toReversed());
});
