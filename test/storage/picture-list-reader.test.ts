import { describe, expect, it, vi } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createPictureListReader } from '@/utils/storage/picture-list-reader';
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
  return { reader: createPictureListReader(open) };
}

const FIVE: History = {
  jobs: ['j1', 'j2'],
  pictures: { p1: 'j1', p2: 'j1', p3: 'j2', p4: 'j2', p5: 'j2' },
};

describe('ids', () => {
  it('come newest first, as many as asked for or all', async () => {
    const { reader } = await readerOf(FIVE);
    expect(await reader.newestIds(2)).toEqual(['p5', 'p4']);
    expect(await reader.newestIds(99)).toEqual(['p5', 'p4', 'p3', 'p2', 'p1']);
    expect(await reader.allIds()).toEqual(['p5', 'p4', 'p3', 'p2', 'p1']);
  });

  it('leave out the deleted', async () => {
    const { reader } = await readerOf({ ...FIVE, deleted: ['p5', 'p3'] });
    expect(await reader.newestIds(2)).toEqual(['p4', 'p2']);
    expect(await reader.allIds()).toEqual(['p4', 'p2', 'p1']);
  });

  it('are read without any row', async () => {
    const { reader } = await readerOf(FIVE);
    const reads = [
      vi.spyOn(IDBObjectStore.prototype, 'getAll'),
      vi.spyOn(IDBObjectStore.prototype, 'openCursor'),
    ];
    await reader.newestIds(2);
    await reader.allIds();
    for (const read of reads) expect(read).not.toHaveBeenCalled();
  });
});

describe('entries', () => {
  it('come newest first with their jobs, whatever the order of the ids', async () => {
    const { reader } = await readerOf(FIVE);
    const entries = await reader.entries(['p2', 'p5', 'p1']);
    expect(entries.map(({ picture, job }) => [picture.id, job.id])).toEqual([
      ['p5', 'j2'],
      ['p2', 'j1'],
      ['p1', 'j1'],
    ]);
  });

  it.each([
    ['deleted', { ...FIVE, deleted: ['p5', 'p4', 'p3'] }],
    ['left by their job', { ...FIVE, jobs: ['j1'] }],
  ])('leave out those that are %s', async (_, history) => {
    const { reader } = await readerOf(history);
    const entries = await reader.entries(['p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
    expect(entries.map(({ picture }) => picture.id)).toEqual(['p2', 'p1']);
  });

  it('of a long list are found wherever they are, and nothing else is', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `p${1000 + index}`);
    const { reader } = await readerOf({
      jobs: ids.map((id) => `j${id}`),
      pictures: Object.fromEntries(ids.map((id) => [id, `j${id}`])),
    });
    const neighbours = ids.slice(50, 150);
    expect((await reader.entries(neighbours)).map(({ picture }) => picture.id)).toEqual(
      neighbours.toReversed(),
    );
    // More rows lie between these than a range would be read for.
    const scattered = [...ids.slice(0, 20), ...ids.slice(280)];
    expect((await reader.entries(scattered)).map(({ job }) => job.id)).toEqual(
      scattered.toReversed().map((id) => `j${id}`),
    );
  });

  it('are listed without opening their bytes', async () => {
    const { reader } = await readerOf(FIVE);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await reader.entries(await reader.newestIds(10));
    const opened = transaction.mock.calls.map(([names]) =>
      typeof names === 'string' ? names : Array.from(names),
    );
    expect(opened).toEqual(['pictures', ['pictures', 'jobs']]);
  });
});
