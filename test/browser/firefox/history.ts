import type { Page } from 'puppeteer-core';
import { poll } from '../poll';

/** Waits until the open history page shows a picture with these words as its name, loaded and not merely announced. */
export async function waitForPicture(gallery: Page, words: string): Promise<void> {
  await poll(`a picture of "${words}"`, async () => {
    const loaded = await gallery.$$eval(
      '[data-image-id] img',
      (pictures, alt) =>
        pictures.some(
          (picture) => picture instanceof HTMLImageElement && picture.alt === alt && picture.naturalWidth > 0,
        ),
      words,
    );
    return loaded || undefined;
  });
}
