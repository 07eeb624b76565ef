import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { paste } from './pasted';

const world = setUpGrantedWorld();

let gallery: Page;
const tiles = () => gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
const viewer = () => gallery.getByRole('dialog', { name: 'Image viewer' });
const picture = () => viewer().getByRole('img').first();
const percent = async () =>
  Number.parseInt(
    await viewer()
      .getByText(/^\d+%$/)
      .innerText(),
    10,
  );

/** Where the picture is on the screen. */
async function box() {
  const found = await picture().boundingBox();
  if (!found) throw new Error('no picture is shown');
  return found;
}

/** The middle of the stage. */
async function middle() {
  const { x, y, width, height } = await box();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Which picture is shown. */
const shown = () => gallery.evaluate(() => location.hash);

beforeAll(async () => {
  await seedHistory(world().extension, { images: 12, bytes: 20_000 });
  gallery = await world().extension.openPage('gallery.html');
  await tiles().nth(11).waitFor();
  await tiles().first().getByRole('button').click();
  await viewer()
    .getByText(/^\d+%$/)
    .waitFor();
});

describe('looking closely', () => {
  test('begins with the whole picture, and zooms by keys up to its own size and back', async () => {
    const whole = await percent();
    const stage = await viewer().boundingBox();
    const { x, y, height } = await box();
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(stage?.height ?? 0);
    await gallery.keyboard.press('+');
    await expect.poll(async () => Math.abs((await percent()) - whole * 1.25)).toBeLessThan(1);
    await gallery.keyboard.press('-');
    await expect.poll(percent).toBe(whole);
    await gallery.keyboard.press('1');
    await expect.poll(percent).toBe(100);
    const natural = await picture().evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect((await box()).width).toBeCloseTo(natural, 0);
    await gallery.keyboard.press('0');
    await expect.poll(percent).toBe(whole);
  });

  test('zooms by the wheel at what is under the pointer', async () => {
    const before = await box();
    const at = { x: before.x + before.width * 0.75, y: before.y + before.height * 0.25 };
    await gallery.mouse.move(at.x, at.y);
    await gallery.mouse.wheel(0, -600);
    await expect.poll(async () => (await box()).width).toBeGreaterThan(before.width * 2);
    const after = await box();
    expect((at.x - after.x) / after.width).toBeCloseTo(0.75, 2);
    expect((at.y - after.y) / after.height).toBeCloseTo(0.25, 2);
    await gallery.mouse.wheel(0, 5000);
    await expect.poll(async () => (await box()).width).toBeCloseTo(before.width, 0);
  });

  test('goes to the actual size by a double click, and back by another', async () => {
    const whole = await percent();
    const { x, y } = await middle();
    await gallery.mouse.dblclick(x, y);
    await expect.poll(percent).toBe(100);
    await gallery.mouse.dblclick(x, y);
    await expect.poll(percent).toBe(whole);
  });

  test('moves by the hand and by arrows when zoomed in, and turns pages otherwise', async () => {
    const first = await shown();
    for (let step = 0; step < 6; step += 1) await gallery.keyboard.press('+');
    const { x, y } = await middle();
    const before = await box();
    await gallery.mouse.move(x, y);
    await gallery.mouse.down();
    await gallery.mouse.move(x + 40, y + 20, { steps: 4 });
    await gallery.mouse.up();
    await expect.poll(async () => (await box()).x - before.x).toBeCloseTo(40, 0);
    expect((await box()).y - before.y).toBeCloseTo(20, 0);
    const dragged = await box();
    await gallery.keyboard.press('ArrowRight');
    await expect.poll(async () => (await box()).x).toBeLessThan(dragged.x - 20);
    expect(await shown()).toBe(first);
    await gallery.keyboard.press('0');
    await gallery.keyboard.press('ArrowRight');
    await expect.poll(shown).not.toBe(first);
  });

  test('begins anew with each picture', async () => {
    await gallery.keyboard.press('1');
    await expect.poll(percent).toBe(100);
    await viewer().getByRole('button', { name: 'Next picture' }).click();
    await expect.poll(percent).toBeLessThan(100);
  });

  test('goes by buttons, too', async () => {
    const whole = await percent();
    await viewer().getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(percent).toBeGreaterThan(whole);
    await viewer().getByRole('button', { name: 'Fit' }).click();
    await expect.poll(percent).toBe(whole);
    await viewer().getByRole('button', { name: 'Actual size' }).click();
    await expect.poll(percent).toBe(100);
    await viewer().getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(percent).toBe(80);
    await gallery.keyboard.press('0');
  });
});

describe('the room for the picture', () => {
  const isFull = () => gallery.evaluate(() => document.fullscreenElement !== null);

  test('is all of the window without the details', async () => {
    const before = await middle();
    await gallery.keyboard.press('i');
    await viewer().getByRole('button', { name: 'Delete' }).waitFor({ state: 'detached' });
    await expect.poll(async () => (await middle()).x).toBeGreaterThan(before.x + 100);
    await gallery.keyboard.press('i');
    await viewer().getByRole('button', { name: 'Delete' }).waitFor();
  });

  test('is all of the screen by a key; Escape leaves the full screen first, and the viewer then', async () => {
    await viewer().getByRole('button', { name: 'Delete' }).focus();
    await gallery.keyboard.press('f');
    await expect.poll(isFull).toBe(true);
    const first = await shown();
    await gallery.keyboard.press('ArrowRight');
    await expect.poll(shown).not.toBe(first);
    await gallery.keyboard.press('Escape');
    await expect.poll(isFull).toBe(false);
    expect(await viewer().isVisible()).toBe(true);
    await viewer().getByRole('button', { name: 'Full screen' }).click();
    await expect.poll(isFull).toBe(true);
    await viewer().getByRole('button', { name: 'Leave full screen' }).click();
    await expect.poll(isFull).toBe(false);
    await gallery.keyboard.press('Escape');
    await viewer().waitFor({ state: 'detached' });
  });
});

describe('keys', () => {
  test('are letters where something is written', async () => {
    await tiles().nth(3).getByRole('button').click();
    const note = viewer().getByRole('textbox', { name: 'Note' });
    await note.fill('');
    await note.pressSequentially('fidsc+1');
    expect(await note.inputValue()).toBe('fidsc+1');
    expect(await viewer().getByRole('button', { name: 'Favorite' }).getAttribute('aria-pressed')).toBe(
      'false',
    );
    await viewer().getByRole('button', { name: 'Favorite' }).focus();
    await gallery.keyboard.press('s');
    await viewer().getByRole('button', { name: 'Favorite', pressed: true }).waitFor();
    const downloading = gallery.waitForEvent('download');
    await gallery.keyboard.press('d');
    await downloading;
  });
});

describe('copying', () => {
  test('takes the prompt as text, by a key and by its button', async () => {
    const alt = await picture().getAttribute('alt');
    await gallery.keyboard.press('c');
    await viewer().getByRole('status').getByText('Prompt copied').waitFor();
    expect(await paste(gallery)).toBe(alt);
  });

  test('takes the picture, also one that is a JPEG', async () => {
    await viewer().getByRole('button', { name: 'Copy picture' }).click();
    await viewer().getByRole('status').getByText('Picture copied').waitFor();
    expect(await paste(gallery)).toMatchObject({ type: 'image/png' });
    await gallery.keyboard.press('Escape');

    await connect(world());
    const panel = await world().extension.openPage('sidepanel.html');
    await panel.getByText('More settings').click();
    await panel.getByRole('combobox', { name: 'Format' }).selectOption('jpeg');
    await generate(panel, 'A photo to copy');
    await jobWith(panel, 'A photo to copy', 'done');
    await gallery.bringToFront();
    await tiles().getByRole('img', { name: 'A photo to copy' }).click();
    await viewer()
      .getByText(/, JPG, /)
      .waitFor();
    await viewer().getByRole('button', { name: 'Copy picture' }).click();
    await expect
      .poll(() => paste(gallery), { timeout: 10_000 })
      .toEqual({ type: 'image/png', width: 1024, height: 1024 });
  });
});
