import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { createAnswerGate } from './answer-gate';
import { connect, generate, setUpGrantedWorld } from './connected-world';

const gate = createAnswerGate();
const world = setUpGrantedWorld({ sandbox: { intercept: gate.intercept } });

let gallery: Page;

async function visit(place = ''): Promise<void> {
  await gallery.goto('about:blank');
  await gallery.goto(world().extension.url(`gallery.html${place}`));
}

const colorOf = (part: Locator): Promise<string> =>
  part.evaluate((element) => getComputedStyle(element).backgroundColor);

beforeAll(async () => {
  await seedHistory(world().extension, { images: 30, bytes: 20_000 });
  await connect(world());
  gallery = await world().extension.openPage('gallery.html');
});

test('who wants no motion sees none, also while a picture is being drawn', async () => {
  const panel = await world().extension.openPage('sidepanel.html');
  await generate(panel, 'A heron that takes its time');
  const running = gallery.getByRole('list', { name: 'Not finished yet' }).getByText('Drawing…');
  await gallery.bringToFront();
  await running.waitFor();
  const moving = () => gallery.evaluate(() => document.getAnimations().length);
  await gallery.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(moving).toBeGreaterThan(0);
  await gallery.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
  gate.release();
  await gallery.getByRole('img', { name: 'A heron that takes its time' }).waitFor();
  await panel.close();
});

describe("with a person's own colours", () => {
  beforeAll(async () => {
    await gallery.emulateMedia({ forcedColors: 'active' });
  });

  test('what is chosen has a frame', async () => {
    await visit();
    const tile = (at: number) =>
      gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]').nth(at);
    await tile(0).getByRole('checkbox').check();
    const frame = (at: number) =>
      tile(at)
        .getByRole('button')
        .locator('span')
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect([await frame(0), await frame(1)]).toEqual(['solid', 'none']);
    await gallery.keyboard.press('Escape');
  });

  test('a pressed button differs from others', async () => {
    await gallery.getByRole('list', { name: 'Images' }).getByRole('button').first().click();
    const viewer = gallery.getByRole('dialog', { name: 'Image viewer' });
    const [pressed, other] = ['Details', 'Close'].map((name) =>
      viewer.getByRole('button', { name, exact: true }),
    );
    if (!pressed || !other) throw new Error('two names make two buttons');
    expect(await colorOf(pressed)).not.toBe(await colorOf(other));
    await gallery.keyboard.press('Escape');
  });

  test('parts of what is stored keep colours that can be told apart', async () => {
    await visit('#storage');
    const dots = gallery.getByRole('term').locator('span');
    await dots.nth(1).waitFor();
    const [pictures, thumbnails] = await Promise.all([colorOf(dots.nth(0)), colorOf(dots.nth(1))]);
    expect(pictures).not.toBe(thumbnails);
  });
});
