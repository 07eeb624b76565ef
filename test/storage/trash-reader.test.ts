import { describe, expect, it } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createTrashReader } from '@/utils/storage/trash-reader';
import { makeJob } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';

/** A history of pictures, each with the time it was deleted, if it was. */
async function readerOf(pictures: readonly (readonly [id: string, deletedAt?: number])[]) {
  const open = createDatabaseOpener();
  const database = await open();
  await database.add('jobs', makeJob({ id: 'j' }));
  for (const [id, deletedAt] of pictures) {
    const row = makePicture({ id, jobId: 'j', byteSize: 10, ...(deletedAt !== undefined && { deletedAt }) });
    await database.add('pictures', row);
  }
  return createTrashReader(open);
}

describe('the trash', () => {
  it('has deleted pictures, the one deleted last first, with their jobs', async () => {
    const reader = await readerOf([['a', 3000], ['b'], ['c', 1000], ['d', 2000]]);
    const { entries, ...sums } = await reader.read(9);
    expect(entries.map(({ picture, job }) => [picture.id, job.id])).toEqual([
      ['a', 'j'],
      ['d', 'j'],
      ['c', 'j'],
    ]);
    expect(sums).toEqual({ count: 3, bytes: 30, deletedUntil: 3000 });
    expect(await reader.count()).toBe(3);
  });

  it('lists no more than was asked for, and counts all', async () => {
    const many = Array.from({ length: 1203 }, (_, at) => [`p${1000 + at}`, 5000] as const);
    const reader = await readerOf(many);
    const { entries, ...sums } = await reader.read(2);
    expect(entries.map(({ picture }) => picture.id)).toEqual(['p2202', 'p2201']);
    expect(sums).toEqual({ count: 1203, bytes: 12_030, deletedUntil: 5000 });
  });

  it('is empty where nothing was deleted', async () => {
    const reader = await readerOf([['a']]);
    expect(await reader.read(9)).toEqual({ count: 0, bytes: 0, deletedUntil: 0, entries: [] });
    expect(await reader.count()).toBe(0);
  });
});
