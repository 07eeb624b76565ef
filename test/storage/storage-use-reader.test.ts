import { expect, it } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { readStorageUse } from '@/utils/storage/storage-use-reader';
import { makePicture } from '../fixtures/pictures';

async function databaseWith(count: number, thumbnailBytes: (at: number) => number) {
  const open = createDatabaseOpener();
  const database = await open();
  const transaction = database.transaction(['pictures', 'thumbnails'], 'readwrite');
  for (let at = 0; at < count; at += 1) {
    const id = String(at).padStart(6, '0');
    await transaction.objectStore('pictures').add(makePicture({ id, byteSize: 100 }));
    const bytes = new ArrayBuffer(thumbnailBytes(at));
    await transaction.objectStore('thumbnails').add({ bytes, width: 1, height: 1 }, id);
  }
  await transaction.done;
  return open;
}

it('weighs each thumbnail while they are few', async () => {
  const open = await databaseWith(3, (at) => at);
  expect(await readStorageUse(open, 0)).toMatchObject({
    kept: { count: 3, bytes: 300 },
    thumbnailBytes: 3,
    isEstimate: false,
  });
});

it('adds up every row of very many, and weighs a sample of their thumbnails', async () => {
  const open = await databaseWith(2345, (at) => (at % 2 === 0 ? 10 : 20));
  const use = await readStorageUse(open, 0);
  expect(use.kept).toEqual({ count: 2345, bytes: 234_500 });
  expect(use.isEstimate).toBe(true);
  expect(use.thumbnailBytes / 2345).toBeGreaterThan(13);
  expect(use.thumbnailBytes / 2345).toBeLessThan(17);
});

it('is nothing where there is nothing', async () => {
  expect(await readStorageUse(createDatabaseOpener(), 0)).toMatchObject({
    kept: { count: 0, bytes: 0 },
    trash: { count: 0, bytes: 0 },
    thumbnailBytes: 0,
    isEstimate: false,
  });
});
