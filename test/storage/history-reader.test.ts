import { describe, expect, it, vi } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { makeJob } from '../fixtures/jobs';
import { makeWholePicture } from '../fixtures/pictures';

interface History {
  readonly jobs?: readonly string[];
  /** Id of each picture with that of its job. */
  readonly pictures?: Readonly<Record<string, string>>;
  readonly deleted?: readonly string[];
}

async function readerOf({ jobs = [], pictures = {}, deleted = [] }: History) {
  const open = createDatabaseOpener();
  const database = await open();
  for (const id of jobs) await database.add('jobs', makeJob({ id }));
  for (const [id, jobId] of Object.entries(pictures)) {
    const isDeleted = deleted.includes(id);
    const { picture, original, thumbnail } = makeWholePicture({
      id,
      jobId,
      ...(isDeleted && { deletedAt: 1 }),
    });
    await database.add('pictures', picture);
    await database.add('originals', original, id);
    await database.add('thumbnails', thumbnail, id);
  }
  return { reader: createHistoryReader(open) };
}

const FIVE: History = {
  jobs: ['j1', 'j2'],
  pictures: { p1: 'j1', p2: 'j1', p3: 'j2', p4: 'j2', p5: 'j2' },
};

describe('recent jobs', () => {
  it('come newest first, as many as asked for', async () => {
    const { reader } = await readerOf({ jobs: ['b', 'd', 'a', 'c'] });
    expect((await reader.recentJobs(3)).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
    expect(await reader.recentJobs(10)).toHaveLength(4);
  });

  it('are none in an empty history', async () => {
    expect(await (await readerOf({})).reader.recentJobs(5)).toEqual([]);
  });
});

describe('one entry', () => {
  it('is found by its id', async () => {
    const { reader } = await readerOf(FIVE);
    expect(await reader.picture('p3')).toMatchObject({ picture: { id: 'p3' }, job: { id: 'j2' } });
    expect(await reader.job('j1')).toMatchObject({ id: 'j1' });
  });

  it.each([
    ['deleted', { ...FIVE, deleted: ['p3'] }],
    ['gone', { jobs: ['j2'] }],
    ['left by its job', { ...FIVE, jobs: ['j1'] }],
  ])('is not there when the picture is %s', async (_, history) => {
    expect(await (await readerOf(history)).reader.picture('p3')).toBeUndefined();
  });

  it('has a thumbnail in WebP and the bytes as they came', async () => {
    const { reader } = await readerOf(FIVE);
    const thumbnail = await reader.thumbnail('p1');
    const original = await reader.original('p1');
    expect([thumbnail?.type, [...new Uint8Array((await thumbnail?.arrayBuffer()) ?? [])]]).toEqual([
      'image/webp',
      [8, 9],
    ]);
    expect([original?.type, original?.size]).toEqual(['image/png', 3]);
  });

  it('gets its thumbnail together with others, each its own', async () => {
    const { reader } = await readerOf(FIVE);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const [first, gone, second] = await Promise.all(['p1', 'p9', 'p2'].map(reader.thumbnail));
    expect([first?.size, gone, second?.size]).toEqual([2, undefined, 2]);
    expect(transaction).toHaveBeenCalledTimes(1);
  });

  it('has no bytes when it is gone', async () => {
    const { reader } = await readerOf({});
    expect(await reader.thumbnail('p1')).toBeUndefined();
    expect(await reader.original('p1')).toBeUndefined();
    expect(await reader.job('j1')).toBeUndefined();
  });
});
