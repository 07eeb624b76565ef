import { expect, test } from 'vitest';
import { connect, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

test('generate, find, star, delete and undo, without a mouse', async () => {
  await connect(world());
  const panel = await world().extension.openPage('sidepanel.html');
  await panel.getByRole('textbox', { name: 'Prompt' }).waitFor();
  const press = async (page: typeof panel, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on with Tab until the focus is on something with the name. */
  const tabTo = async (page: typeof panel, name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      const focused = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (name.test(focused)) return;
      await press(page, 'Tab');
    }
    throw new Error(`Tab leads nowhere near ${name}`);
  };

  for (const words of ['A heron at dawn', 'A fox by candlelight']) {
    for (let step = 0; step < 60; step += 1) {
      if (await panel.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)) break;
      await press(panel, 'Tab');
    }
    await panel.keyboard.type(words);
    await tabTo(panel, /^Generate/);
    await press(panel, 'Enter');
    await jobWith(panel, words, 'done');
  }

  const gallery = await world().extension.openPage('gallery.html');
  const tiles = gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
  await expect.poll(() => tiles.count()).toBe(2);
  await press(gallery, '/');
  await gallery.keyboard.type('heron');
  await expect.poll(() => tiles.count()).toBe(1);
  for (let step = 0; step < 60; step += 1) {
    if (await gallery.evaluate(() => document.activeElement?.closest('[data-image-id]') !== null)) break;
    await press(gallery, 'Tab');
  }
  await press(gallery, 's');
  await tiles.getByRole('img', { name: 'Favorite' }).waitFor();
  await press(gallery, 'Enter');
  const viewer = gallery.getByRole('dialog', { name: 'Image viewer' });
  await viewer.getByRole('img', { name: 'A heron at dawn' }).waitFor();
  expect(await viewer.getByRole('button', { name: 'Favorite' }).getAttribute('aria-pressed')).toBe('true');
  await press(gallery, 'Escape');
  await viewer.waitFor({ state: 'detached' });
  await press(gallery, 'Delete');
  await gallery.getByText('No picture fits').waitFor();
  await press(gallery, 'ControlOrMeta+z');
  await tiles.getByRole('img', { name: 'A heron at dawn' }).waitFor();
  await tiles.getByRole('img', { name: 'Favorite' }).waitFor();
});
