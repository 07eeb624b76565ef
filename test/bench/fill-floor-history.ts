import type { LaunchedExtension } from '../browser/launched-extension';
import { drawSamples } from '../seed/draw-samples';

/** Fills the floor's own history with as many pictures as ours has, of the same sort. */
export async function fillFloorHistory(
  { context, url }: LaunchedExtension,
  images: number,
  bytes: number,
): Promise<void> {
  const samples = await drawSamples(bytes);
  const page = await context.newPage();
  await page.goto(url('history.html'));
  await page.evaluate(
    async ({ drawn, count }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('floor');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error('The floor has no database')));
      });
      const kept = drawn.map(({ original, thumbnail }) => ({
        original: new Blob([Uint8Array.fromBase64(original)], { type: 'image/png' }),
        thumbnail: Uint8Array.fromBase64(thumbnail).buffer,
      }));
      for (let from = 0; from < count; from += 500) {
        const transaction = database.transaction(['rows', 'thumbnails', 'originals'], 'readwrite');
        for (let number = from; number < Math.min(count, from + 500); number += 1) {
          const id = String(number).padStart(8, '0');
          const sample = kept[number % kept.length];
          transaction.objectStore('rows').put({ id, prompt: `two herons, in heavy rain, plate ${number}` });
          transaction.objectStore('thumbnails').put(sample?.thumbnail, id);
          transaction.objectStore('originals').put(sample?.original, id);
        }
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      }
    },
    { drawn: samples, count: images },
  );
  await page.close();
}
