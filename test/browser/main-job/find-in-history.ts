import type { Locator, Page } from 'playwright-core';
import { poll } from '../poll';

/**
 * Waits until the open history page shows a picture of some words, loaded and not merely announced.
 *
 * @returns the picture
 */
export async function findInHistory(gallery: Page, words: string): Promise<Locator> {
  const picture = gallery.locator('[data-image-id]').getByRole('img', { name: words }).first();
  await picture.waitFor();
  await poll('the picture to load', async () => {
    const width = await picture.evaluate((image) =>
      image instanceof HTMLImageElement ? image.naturalWidth : 0,
    );
    return width > 0 || undefined;
  });
  return picture;
}

/**
 * Opens a picture of the history page in the viewer.
 *
 * @returns the viewer
 */
export async function openViewer(picture: Locator): Promise<Locator> {
  await picture.click();
  const viewer = picture.page().getByRole('dialog', { name: 'Image viewer' });
  await viewer.waitFor();
  return viewer;
}
