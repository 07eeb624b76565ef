import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { poll } from '../browser/poll';
import { seedHistory } from '../seed/seed-history';
import { setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

const PICTURES = 600;

let gallery: Page;
const images = () => gallery.getByRole('list', { name: 'Images' });
const tiles = () => images().locator('[data-image-id]');
const box = (place: number) => images().locator(`[aria-posinset="${place}"] input`);
const picture = (place: number) => images().locator(`[aria-posinset="${place}"] button`);
const bar = () => gallery.getByRole('toolbar', { name: 'Selected pictures' });
const inBar = (name: string) => bar().getByRole('button', { name });

/** Places of the pictures that are drawn and chosen. */
const chosen = (): Promise<number[]> =>
  images()
    .locator('[data-chosen]')
    .evaluateAll((items) =>
      items.map((item) => Number(item.getAttribute('aria-posinset'))).toSorted((a, b) => a - b),
    );

const total = (count: number) => images().locator(`[aria-setsize="${count}"]`).first().waitFor();

/** The middle of a picture in the window. */
async function middle(place: number): Promise<{ x: number; y: number }> {
  const frame = await picture(place).boundingBox();
  if (!frame) throw new Error(`Picture ${place} is not there`);
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}

beforeAll(async () => {
  await seedHistory(world().extension, { images: PICTURES, bytes: 20_000 });
  gallery = await world().extension.openPage('gallery.html');
  await gallery.setViewportSize({ width: 1280, height: 800 });
  await total(PICTURES);
});

test('pictures are chosen by their boxes, with Ctrl, with Shift, and by plain clicks once one is', async () => {
  await box(2).check();
  await picture(4).click();
  await picture(6).click({ modifiers: ['Shift'] });
  expect(await chosen()).toEqual([2, 4, 5, 6]);
  await picture(2).click({ modifiers: ['ControlOrMeta'] });
  expect(await chosen()).toEqual([4, 5, 6]);
  expect(await gallery.getByRole('dialog').count()).toBe(0);
  await gallery.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
});

test('a frame chooses what it touches, from within a picture too, and opens nothing', async () => {
  const [from, to] = [await middle(1), await middle(3)];
  await gallery.mouse.move(from.x, from.y);
  await gallery.mouse.down();
  await gallery.mouse.move(to.x, to.y, { steps: 8 });
  await gallery.mouse.up();
  expect(await chosen()).toEqual([1, 2, 3]);
  expect(await gallery.getByRole('dialog').count()).toBe(0);
  const other = await middle(5);
  await gallery.keyboard.down('Control');
  await gallery.mouse.move(other.x, other.y);
  await gallery.mouse.down();
  await gallery.mouse.move(other.x + 20, other.y + 20, { steps: 4 });
  await gallery.mouse.up();
  await gallery.keyboard.up('Control');
  expect(await chosen()).toEqual([1, 2, 3, 5]);
});

test('the page scrolls along with a frame that is drawn over its edge', async () => {
  const from = await middle(1);
  await gallery.mouse.move(from.x, from.y);
  await gallery.mouse.down();
  await gallery.mouse.move(from.x + 300, 795, { steps: 6 });
  await gallery.waitForFunction(() => scrollY > 1500);
  await gallery.mouse.up();
  const count = Number.parseInt(await bar().getByRole('status').innerText(), 10);
  expect(count).toBeGreaterThan(10);
  await gallery.keyboard.press('Escape');
  await gallery.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
});

test('all that a search finds becomes a favorite, gets a tag, and is found by both', async () => {
  const search = gallery.getByRole('searchbox', { name: 'Search history' });
  await search.fill('lighthouse');
  await expect.poll(() => gallery.evaluate(() => location.hash)).toContain('lighthouse');
  const found = Number(await tiles().first().getAttribute('aria-setsize'));
  expect(found).toBeGreaterThan(10);
  await box(1).check();
  await inBar(`Select all ${found}`).click();
  await inBar('Favorite').click();
  await gallery.getByText(`${found} pictures marked as favorites`).waitFor();
  // The message stands above the bar and covers none of it.
  const [message, toolbar] = await Promise.all([
    gallery.getByText(`${found} pictures marked as favorites`).boundingBox(),
    bar().boundingBox(),
  ]);
  expect((message?.y ?? 0) + (message?.height ?? Infinity)).toBeLessThanOrEqual(toolbar?.y ?? 0);
  await inBar('Add tags').click();
  await gallery.keyboard.type('beacon');
  await gallery.keyboard.press('Enter');
  await gallery.getByText(`${found} pictures tagged: beacon`).waitFor();
  await search.fill('beacon');
  await total(found);
  await gallery.goto(world().extension.url('gallery.html#tag=beacon&favorite=1'));
  await gallery.reload();
  await total(found);
});

test('prompts are copied one below the other, each once', async () => {
  await box(1).check();
  await box(2).check();
  const words = await images()
    .locator('[data-chosen] img')
    .evaluateAll((pictures) => pictures.map((one) => one.getAttribute('alt')));
  await inBar('Copy prompts').click();
  await gallery.getByText(/prompts? copied/).waitFor();
  const panel = await world().extension.openPage('sidepanel.html');
  const prompt = panel.getByRole('textbox', { name: 'Prompt' });
  await prompt.focus();
  await panel.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => prompt.inputValue()).toBe([...new Set(words)].join('\n\n'));
  await panel.close();
});

test('what is chosen goes to the trash at once, the place stays, and Undo brings all of it back', async () => {
  await gallery.goto(world().extension.url('gallery.html'));
  await gallery.reload();
  await total(PICTURES);
  await gallery.evaluate(() => scrollTo({ top: 4000, behavior: 'instant' }));
  const [one = 0, two = 0] = await poll('pictures in the middle of the window', async () => {
    const seen = await tiles().evaluateAll((items) =>
      items
        .filter((item) => {
          const { top, bottom } = item.getBoundingClientRect();
          return top > 100 && bottom < innerHeight + 100;
        })
        .map((item) => Number(item.getAttribute('aria-posinset'))),
    );
    return seen.length > 1 ? seen : undefined;
  });
  await box(one).check();
  await box(two).check();
  await gallery.keyboard.press('Delete');
  await gallery.getByText('2 pictures deleted. They stay in the trash for 30 days.').waitFor();
  await total(PICTURES - 2);
  expect(await gallery.evaluate(() => scrollY)).toBeGreaterThan(3000);
  await bar().waitFor({ state: 'detached' });
  await gallery.getByRole('button', { name: 'Undo' }).click();
  await total(PICTURES);
});

test('hundreds are deleted and restored in one step', async () => {
  await gallery.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await box(1).check();
  await gallery.keyboard.press('ControlOrMeta+a');
  await bar().getByText(`${PICTURES} selected`).waitFor();
  await inBar('Delete').click();
  await gallery.getByText('No pictures yet').waitFor();
  await gallery.keyboard.press('ControlOrMeta+z');
  await total(PICTURES);
});
