import { describe, expect, it } from 'vitest';
import { timeOfId } from '@/utils/core/picture/picture-time';
import { CREATED_AT } from '../fixtures/jobs';
import { makeRecord, openHistory } from './support';

/** A history with one job of two pictures, and an archive of it. */
async function archived() {
  const here = openHistory('here');
  const record = await makeRecord('a', 2, { picture: { favorite: true, tags: ['fog'] } });
  await here.add(record);
  const { file } = await here.export();
  const database = await here.open();
  const [first, second] = record.pictures.map(({ picture }) => picture);
  if (!first || !second) throw new RangeError('Two pictures were made');
  return { here, record, file, database, first, second };
}

describe('pictures that are here already', () => {
  it('stay as they are when they are skipped', async () => {
    const { here, file, database, first } = await archived();
    await database.put('pictures', { ...first, favorite: false, note: 'mine' });
    const before = await here.dump();
    expect(await here.import(file)).toMatchObject({ added: 0, skipped: 2, replaced: 0, before: 2, after: 2 });
    expect(await here.dump()).toEqual(before);
  });

  it('have the rows of the archive when they are replaced, and come out of the trash', async () => {
    const { here, file, database, first } = await archived();
    const before = await here.dump();
    await database.put('pictures', { ...first, favorite: false, note: 'mine', deletedAt: 7 });
    expect(await here.import(file, 'replace')).toMatchObject({ replaced: 2, before: 1, after: 2 });
    expect(await here.dump()).toEqual(before);
  });

  it('are there twice when both are kept, in the same order on the same day', async () => {
    const { here, file, record } = await archived();
    expect(await here.import(file, 'keepBoth')).toMatchObject({ added: 2, after: 4 });
    const { jobs, pictures } = await here.dump();
    expect(jobs).toHaveLength(2);
    const copies = pictures.filter(({ id }) => !record.job.pictureIds.includes(id));
    expect(copies.map(({ index }) => index)).toEqual([0, 1]);
    expect(copies.map(({ id }) => timeOfId(id))).toEqual(record.job.pictureIds.map(timeOfId));
    const copy = jobs.find(({ id }) => id !== record.job.id);
    expect(copy?.pictureIds).toEqual(copies.map(({ id }) => id));
    expect(copies.map(({ jobId }) => jobId)).toEqual([copy?.id, copy?.id]);
  });

  it('are known by their bytes, also under another id', async () => {
    const { file } = await archived();
    const there = openHistory('there');
    await there.add(await makeRecord('a', 2));
    expect(await there.import(file)).toMatchObject({ added: 0, skipped: 2, after: 2 });
    const [before] = (await there.dump()).pictures;
    await there.import(file, 'replace');
    const [after] = (await there.dump()).pictures;
    expect(after).toEqual({ ...before, favorite: true, tags: ['fog'] });
  });

  it('with the same id and other bytes are other pictures, and neither is lost', async () => {
    const { file, first } = await archived();
    const there = openHistory('there');
    const other = await makeRecord('b', 1);
    const [own] = other.pictures;
    if (!own) throw new RangeError('A picture was made');
    await there.add({
      job: { ...other.job, pictureIds: [first.id] },
      pictures: [{ ...own, picture: { ...own.picture, id: first.id } }],
    });
    expect(await there.import(file, 'replace')).toMatchObject({ added: 2, replaced: 0, after: 3 });
    const { pictures } = await there.dump();
    expect(new Set(pictures.map(({ sha256 }) => sha256)).size).toBe(3);
  });

  it('do not hide those that are gone: these come back to their job', async () => {
    const { here, file, database, first, record } = await archived();
    const before = await here.dump();
    for (const store of ['pictures', 'originals', 'thumbnails'] as const)
      await database.delete(store, first.id);
    await database.put('jobs', { ...record.job, pictureIds: record.job.pictureIds.slice(1) });
    expect(await here.import(file)).toMatchObject({ added: 1, skipped: 1, after: 2 });
    const { jobs, ...rest } = await here.dump();
    expect(rest).toEqual({ pictures: before.pictures, bytes: before.bytes, thumbnails: before.thumbnails });
    expect(new Set(jobs[0]?.pictureIds)).toEqual(new Set(record.job.pictureIds));
  });

  it('are not joined to a job that has the same id by chance', async () => {
    const { file, record } = await archived();
    const there = openHistory('there');
    const other = await makeRecord('b', 0);
    await there.add({ job: { ...other.job, id: record.job.id }, pictures: [] });
    await there.import(file);
    const { jobs, pictures } = await there.dump();
    expect(jobs.map(({ prompt }) => prompt).toSorted()).toEqual(['words of a', 'words of b']);
    const own = jobs.find(({ prompt }) => prompt === 'words of a');
    expect(pictures.map(({ jobId }) => jobId)).toEqual([own?.id, own?.id]);
  });

  it('leave a job alone that is being drawn', async () => {
    const { here, file, database, record } = await archived();
    await database.put('jobs', { ...record.job, state: 'running' });
    await here.import(file, 'replace');
    expect((await here.dump()).jobs[0]?.state).toBe('running');
  });

  it('leave a job alone whose bytes nobody has looked at yet', async () => {
    const { here, file, database, record } = await archived();
    const arrivedPictures = [{ id: crypto.randomUUID(), index: 2 }];
    const job = { ...record.job, state: 'failed', arrivedPictures } as const;
    await database.put('jobs', job);
    await here.import(file, 'replace');
    expect((await here.dump()).jobs).toEqual([job]);
  });
});

describe('an import', () => {
  it('tells what came in before it was cancelled', async () => {
    const { prepareImport } = await import('@/utils/archive/import-archive');
    const here = openHistory('here');
    const there = openHistory('there');
    for (let at = 0; at < 5; at += 1) await here.add(await makeRecord(`job ${at}`, 60));
    const { file } = await here.export();
    const abort = new AbortController();
    const watch = { signal: abort.signal, onProgress: () => undefined };
    const prepared = await prepareImport(file, there.ports, watch);
    expect(prepared.counts).toMatchObject({ pictures: 300, fresh: 300, here: 0 });
    const outcome = await prepared.run('skip', {
      signal: abort.signal,
      onProgress: ({ done }) => done.pictures > 0 && abort.abort(),
    });
    expect(outcome).toMatchObject({ added: 180, wanted: 300, before: 0, after: 180 });
    expect(outcome.stopped?.thrown).toMatchObject({ name: 'AbortError' });
    expect(await there.counts()).toEqual([3, 180, 180, 180]);
  });

  it('tells each page which rows came', async () => {
    const { file, record } = await archived();
    const there = openHistory('there');
    await there.import(file);
    expect(there.changes).toEqual([{ jobs: [record.job.id], pictures: record.job.pictureIds.toReversed() }]);
  });

  it('draws a thumbnail where the archive has none', async () => {
    const { here, database, first } = await archived();
    await database.delete('thumbnails', first.id);
    const there = openHistory('there');
    const drawn = { bytes: Uint8Array.of(7).buffer, width: 1, height: 1 };
    const { prepareImport } = await import('@/utils/archive/import-archive');
    const { file } = await here.export();
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const inspect = () =>
      Promise.resolve({ type: 'image/png', width: 1, height: 1, sha256: '', thumbnail: drawn } as const);
    await (await prepareImport(file, { ...there.ports, inspect }, watch)).run('skip', watch);
    expect((await there.dump()).thumbnails[0]).toEqual(drawn);
  });

  it('is refused by the background in any other form', async () => {
    const { parseImportBatch } = await import('@/utils/archive/parse-batch');
    const { job } = await makeRecord('a', 0);
    const jobs = [{ row: { ...job, state: 'won' }, isNew: true }];
    expect(() => parseImportBatch({ jobs, added: [], replaced: [] }, CREATED_AT)).toThrow('Invalid type');
  });
});
