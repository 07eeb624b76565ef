import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { overlaps } from './layout/overlaps';

/** Widths of the side panel in CSS pixels: 240 and 180 are 360 at 150 and 200 % zoom. */
const WIDTHS = [180, 240, 288, 320, 360, 420] as const;

/** Lets the first request of a job through, and holds the others until the test lets them go. */
let letGo = (): void => undefined;
let held: Promise<void> | undefined;
let requests = 0;
function holdAllButFirst(): void {
  requests = 0;
  held = new Promise((resolve) => (letGo = resolve));
}

const world = setUpGrantedWorld({
  sandbox: {
    async intercept({ path }) {
      if (!path.includes('/images/generations')) return undefined;
      requests += 1;
      if (requests > 1) await held;
      return undefined;
    },
  },
});

let panel: Page;
const setWidth = (page: Page, width: number, height = 860) => page.setViewportSize({ width, height });

/** What lies over something else, and what reaches out of the page. */
async function expectOrder(page: Page): Promise<void> {
  expect(await page.evaluate(overlaps)).toEqual([]);
}

describe('the side panel', () => {
  beforeAll(async () => {
    panel = await world().extension.openPage('sidepanel.html');
  });

  test.each(WIDTHS)('without a key: nothing lies over anything at %i px', async (width) => {
    await panel.getByText('No API key yet.').waitFor();
    await setWidth(panel, width);
    await expectOrder(panel);
  });

  test.each(WIDTHS)('with a price and the fold open: nothing lies over anything at %i px', async (width) => {
    if (width === WIDTHS[0]) await connect(world());
    await panel.getByText('No API key yet.').waitFor({ state: 'detached' });
    await setWidth(panel, width);
    await panel.getByRole('textbox', { name: 'Prompt' }).fill('A long prompt '.repeat(30));
    await panel.getByText(/\$/).first().waitFor();
    await expectOrder(panel);
    const fold = panel.locator('details').first();
    await fold.evaluate((details: HTMLDetailsElement) => (details.open = true));
    await panel.getByRole('combobox', { name: 'Moderation' }).waitFor();
    await expectOrder(panel);
    await fold.evaluate((details: HTMLDetailsElement) => (details.open = false));
  });

  test.each(WIDTHS)(
    'with jobs that ended in many ways: nothing lies over anything at %i px',
    async (width) => {
      if (width === WIDTHS[0]) {
        await setWidth(panel, 420);
        for (const [words, state] of [
          ['refused [[content-blocked]]', 'failed'],
          ['broken [[reset]]', 'failed'],
          ['far away [[address-elsewhere]]', 'needs-permission'],
        ] as const) {
          await generate(panel, words);
          await jobWith(panel, words.split(' [')[0] ?? '', state);
        }
      }
      await setWidth(panel, width);
      await expectOrder(panel);
    },
  );
});

test('nothing moves or shrinks when the next picture of a job comes, or a scrollbar', async () => {
  await setWidth(panel, 360);
  await panel.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-3');
  await panel.getByRole('spinbutton', { name: 'Images' }).fill('2');
  holdAllButFirst();
  await generate(panel, 'Two of a kind');
  const job = panel.locator('[data-job-id]').filter({ hasText: 'Two of a kind' }).first();
  await job.locator('img').first().waitFor();
  const before = await job.locator('img').first().boundingBox();
  letGo();
  await jobWith(panel, 'Two of a kind', 'done');
  await expect.poll(() => job.locator('img').count()).toBe(2);
  expect(await job.locator('img').first().boundingBox()).toEqual(before);

  const button = panel.getByRole('button', { name: 'Generate' });
  const box = await button.boundingBox();
  await setWidth(panel, 360, 2400);
  expect((await button.boundingBox())?.x).toBe(box?.x);
});

test('a picture keeps its size when the next job begins and ends', async () => {
  await setWidth(panel, 360);
  const first = panel
    .locator('[data-job-id]')
    .filter({ hasText: 'Two of a kind' })
    .first()
    .locator('img')
    .first();
  const before = await first.boundingBox();
  await generate(panel, 'One more');
  await jobWith(panel, 'One more', 'done');
  const after = await first.boundingBox();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
});

/** Whether the picture in the viewer is as large as its stage allows beside the buttons; never larger than it is. */
function usesItsRoom(gallery: Page): Promise<boolean> {
  return gallery.getByRole('dialog').evaluate((dialog) => {
    const img = dialog.querySelector('img');
    const picture = img?.getBoundingClientRect();
    const stage = img?.closest('[class*="stage"]')?.getBoundingClientRect();
    if (!img || !picture || !stage) return false;
    const beside = stage.width < 600 ? 0 : 120;
    const used = Math.max(picture.width / (stage.width - beside), picture.height / (stage.height - 100));
    return used > 0.97 || picture.width >= img.naturalWidth - 1;
  });
}

describe('the viewer', () => {
  let gallery: Page;
  beforeAll(async () => {
    await seedHistory(world().extension, { images: 12, bytes: 20_000 });
    gallery = await world().extension.openPage('gallery.html');
    await gallery.setViewportSize({ width: 1280, height: 900 });
    await gallery.getByRole('list', { name: 'Images' }).locator('button').first().click();
    await gallery.getByRole('dialog').waitFor();
  });

  test.each([
    [1280, 900],
    [1920, 1200],
    [1440, 1600],
    [640, 450],
    [360, 640],
  ])(
    'at %i × %i the picture takes the room that is there, with and without details',
    async (width, height) => {
      await gallery.setViewportSize({ width, height });
      for (const details of [true, false]) {
        await gallery.keyboard.press('i');
        await expect.poll(() => usesItsRoom(gallery), { message: `details: ${details}` }).toBe(true);
        expect(await gallery.evaluate(overlaps)).toEqual([]);
        await gallery.screenshot({ path: `/tmp/shots/view-${width}-${details}.png` });
      }
    },
  );
});
