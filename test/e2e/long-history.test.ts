import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

const PICTURES = 3000;

let gallery: Page;
const images = () => gallery.getByRole('list', { name: 'Images' });
const tiles = () => images().locator('[data-image-id]');
const search = () => gallery.getByRole('searchbox', { name: 'Search history' });
const status = () => gallery.getByRole('status').first();

/** Numbers of the tiles that are on the screen, from the top. */
const onScreen = (): Promise<number[]> =>
  tiles().evaluateAll((items) =>
    items
      .filter((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return bottom > 60 && top < innerHeight;
      })
      .map((item) => Number(item.getAttribute('aria-posinset'))),
  );

const height = (): Promise<number> => gallery.evaluate(() => document.documentElement.scrollHeight);

/** Machines that do other things as well draw late. */
const PATIENCE = { timeout: 15_000 };

/** Until nothing but a drawn screen is left to wait for. */
const allShown = async (): Promise<void> => {
  await expect
    .poll(() =>
      tiles().evaluateAll((items) =>
        items.every((item) => {
          const image = item.querySelector('img');
          return image !== null && image.complete && image.naturalWidth > 0;
        }),
      ),
    )
    .toBe(true);
};

/** Goes to a height, and waits until the page has drawn what is there. */
const scrollTo = async (top: number): Promise<void> => {
  await gallery.evaluate((to) => {
    globalThis.scrollTo({ top: to, behavior: 'instant' });
    return new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, top);
  await expect.poll(async () => (await onScreen()).length, PATIENCE).toBeGreaterThan(0);
};

beforeAll(async () => {
  await seedHistory(world().extension, { images: PICTURES, bytes: 20_000 });
  gallery = await world().extension.openPage('gallery.html');
  await images().locator(`[aria-setsize="${PICTURES}"]`).first().waitFor();
});

describe('a long history', () => {
  test('has few nodes and a height that scrolling does not change', async () => {
    await allShown();
    const before = await height();
    expect(before).toBeGreaterThan(50_000);
    for (const part of [0.2, 0.9, 0.5, 1]) {
      await scrollTo(before * part);
      await allShown();
      expect(await height()).toBe(before);
      expect(await gallery.locator('*').count()).toBeLessThan(3000);
    }
    await scrollTo(0);
  });

  test('names the day of what is on the screen, wherever that is', async () => {
    await scrollTo((await height()) / 2);
    await allShown();
    const [first = 0] = await onScreen();
    expect(first).toBeGreaterThan(PICTURES / 4);
    const headings = gallery.getByRole('heading', { level: 2 });
    await expect
      .poll(() =>
        headings.evaluateAll((all) =>
          all.some((heading) => {
            const { top } = heading.getBoundingClientRect();
            return top > 0 && top < 120 && /20\d\d/.test(heading.textContent ?? '');
          }),
        ),
      )
      .toBe(true);
    await scrollTo(0);
  });

  test('is travelled by the slider of dates', async () => {
    const slider = gallery.getByRole('slider', { name: 'Date' });
    await slider.focus();
    await gallery.keyboard.press('End');
    await expect.poll(async () => (await onScreen()).includes(PICTURES), PATIENCE).toBe(true);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/20\d\d/);
    await gallery.keyboard.press('Home');
    await expect.poll(async () => (await onScreen()).includes(1), PATIENCE).toBe(true);
  });

  test('keeps the place through the viewer, a reload, and another page', async () => {
    await scrollTo((await height()) / 3);
    await allShown();
    const before = await onScreen();
    const middle = before[Math.floor(before.length / 2)];
    await images().locator(`[aria-posinset="${middle}"]`).getByRole('button').click();
    await gallery.getByRole('dialog', { name: 'Image viewer' }).waitFor();
    await gallery.goBack();
    await gallery.getByRole('dialog', { name: 'Image viewer' }).waitFor({ state: 'detached' });
    expect(await onScreen()).toEqual(before);

    await gallery.reload();
    await expect.poll(onScreen, PATIENCE).toEqual(before);

    await gallery.goto(world().extension.url('options.html'));
    await gallery.goBack();
    await expect.poll(onScreen, PATIENCE).toEqual(before);
  });

  test('stays where a person is when a picture above is deleted', async () => {
    await scrollTo((await height()) / 3);
    await allShown();
    const ids = () =>
      tiles().evaluateAll((items) =>
        items
          .filter((item) => {
            const { top, bottom } = item.getBoundingClientRect();
            return top > 100 && bottom < innerHeight;
          })
          .map((item) => item.getAttribute('data-image-id')),
      );
    const [seen] = await ids();
    const other = await world().extension.openPage('gallery.html');
    await other.locator('[data-image-id] button').first().click();
    await other.getByRole('button', { name: 'Delete' }).click();
    await other.getByText('Picture deleted').waitFor();
    await gallery.bringToFront();
    await expect
      .poll(() => tiles().first().getAttribute('aria-setsize'), PATIENCE)
      .toBe(String(PICTURES - 1));
    expect(await ids()).toContain(seen);
    await other.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tiles().first().getAttribute('aria-setsize'), PATIENCE).toBe(String(PICTURES));
    expect(await ids()).toContain(seen);
    await other.close();
  });

  test('is left where the arrows of the viewer led to', async () => {
    await scrollTo(0);
    await tiles().first().getByRole('button').click();
    const viewer = gallery.getByRole('dialog', { name: 'Image viewer' });
    for (let turn = 0; turn < 20; turn += 1) await gallery.keyboard.press('ArrowRight');
    await gallery.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await expect.poll(onScreen, PATIENCE).toContain(21);
    const focused = gallery.locator('[data-image-id]:focus-within');
    await expect.poll(() => focused.getAttribute('aria-posinset'), PATIENCE).toBe('21');
  });

  test('is walked through by keys', async () => {
    const focused = () => gallery.locator('[data-image-id]:focus-within').getAttribute('aria-posinset');
    await gallery.keyboard.press('End');
    await expect.poll(focused, PATIENCE).toBe(String(PICTURES));
    await gallery.keyboard.press('Home');
    await expect.poll(focused, PATIENCE).toBe('1');
    await gallery.keyboard.press('PageDown');
    await expect.poll(focused, PATIENCE).not.toBe('1');
    await gallery.keyboard.press('Enter');
    const viewer = gallery.getByRole('dialog', { name: 'Image viewer' });
    await viewer.getByRole('img').waitFor();
    await gallery.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });
});

describe('looking for something', () => {
  test('finds in both languages, and marks what it found', async () => {
    await search().fill('HERONS lighthouse');
    await gallery.getByText('No picture fits').waitFor();
    await search().fill('竞渡 烛光');
    await tiles().first().waitFor();
    expect(await tiles().first().locator('mark').allTextContents()).toEqual(expect.arrayContaining(['竞渡']));
    expect(Number(/[\d,]+/.exec(await status().innerText())?.[0])).toBeGreaterThan(5);
  });

  test('filters combine, stand in the address, and Back takes each one back', async () => {
    await gallery.getByRole('button', { name: 'Filters', exact: true }).click();
    const before = await status().innerText();
    await gallery.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-3');
    await expect.poll(() => status().innerText(), PATIENCE).not.toBe(before);
    const found = await status().innerText();
    expect(gallery.url()).toContain('model=dall-e-3');

    const bookmarked = await world().extension.openPage(gallery.url().split('/').at(-1) ?? '');
    await expect.poll(() => bookmarked.getByRole('status').first().innerText(), PATIENCE).toBe(found);
    await bookmarked.close();
    await gallery.bringToFront();

    await gallery.goBack();
    await expect.poll(() => status().innerText(), PATIENCE).toBe(before);
    await gallery.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => tiles().first().getAttribute('aria-setsize'), PATIENCE).toBe(String(PICTURES));
  });

  test('by page, pictures stand below the title of their page', async () => {
    await gallery.getByRole('combobox', { name: 'Order' }).selectOption('By page');
    const heading = gallery.getByRole('heading', { level: 2 }).first();
    await heading.getByRole('link').waitFor();
    expect(await heading.innerText()).toMatch(/example/);
    await gallery.getByRole('combobox', { name: 'Order' }).selectOption('Newest first');
  });
});
