import { describe, expect, it } from 'vitest';
import { prepareImport } from '@/utils/archive/import-archive';
import { parseUndoRows } from '@/utils/archive/parse-batch';
import type { ImportBatch } from '@/utils/core/archive/import-batch';
import { canUndo } from '@/utils/core/archive/undo-parts';
import { CREATED_AT } from '../fixtures/jobs';
import { makeRecord, openHistory } from './support';

const PICTURE_STORES = ['pictures', 'originals', 'thumbnails'] as const;

/** A history with one job of two pictures, an archive of it, and what a person and a server did to it since. */
async function changed() {
  const here = openHistory('here');
  const record = await makeRecord('a', 2, { picture: { favorite: true, tags: ['fog'] } });
  await here.add(record);
  const { file } = await here.export();
  const database = await here.open();
  const [first, second] = record.pictures.map(({ picture }) => picture);
  if (!first || !second) throw new RangeError('Two pictures were made');
  const { tags: _, ...untagged } = first;
  await database.put('pictures', { ...untagged, favorite: false, note: 'mine', deletedAt: 7 });
  await database.put('pictures', { ...second, tags: ['sea', 'fog'] });
  const request = { model: 'dall-e-3', prompt: 'words', seed: 7, response_format: 'url' };
  const job = { ...record.job, unseen: 1, dismissed: true, attempts: 3, request } as const;
  // @ts-expect-error -- a person's own fields may be of any type
  await database.put('jobs', job);
  return { here, record, file, database, first, second };
}

const sum = (parts: readonly { readonly putBack: number; readonly changed: number }[]) => ({
  putBack: parts.reduce((count, part) => count + part.putBack, 0),
  changed: parts.reduce((count, part) => count + part.changed, 0),
});

describe('an import that is taken back', () => {
  it('leaves what was there before when both were kept', async () => {
    const { here, file } = await changed();
    const before = await here.dump();
    const [pictures] = await here.undo(await here.import(file, 'keepBoth'));
    expect(pictures?.removed).toBe(2);
    expect(await here.dump()).toEqual(before);
  });

  it('takes its pictures out of a job that was here', async () => {
    const { here, file, database, first, record } = await changed();
    for (const store of PICTURE_STORES) await database.delete(store, first.id);
    await database.put('jobs', { ...record.job, pictureIds: record.job.pictureIds.slice(1) });
    for (const choice of ['skip', 'replace'] as const) {
      const before = await here.dump();
      const outcome = await here.import(file, choice);
      expect(await here.dump()).not.toEqual(before);
      await here.undo(outcome);
      expect(await here.dump()).toEqual(before);
    }
  });

  it('puts back what it replaced: every detail of pictures and jobs, and the trash', async () => {
    const { here, file } = await changed();
    const before = await here.dump();
    const outcome = await here.import(file, 'replace');
    expect(await here.dump()).not.toEqual(before);
    expect(sum(await here.undo(outcome))).toEqual({ putBack: 2, changed: 0 });
    expect(await here.dump()).toEqual(before);
  });

  it('tells each page which rows are others', async () => {
    const { here, file, record } = await changed();
    await here.undo(await here.import(file, 'replace'));
    expect(here.changes.slice(-2)).toEqual([
      { jobs: [record.job.id], pictures: [] },
      { jobs: [], pictures: record.job.pictureIds.toReversed() },
    ]);
  });

  it('leaves alone what a person changed since', async () => {
    const { here, file, database, first } = await changed();
    const before = await here.dump();
    const outcome = await here.import(file, 'replace');
    const row = await database.get('pictures', first.id);
    if (!row) throw new RangeError('The picture is here');
    const mine = { ...row, note: 'newer than both' };
    await database.put('pictures', mine);
    expect(sum(await here.undo(outcome))).toEqual({ putBack: 1, changed: 1 });
    expect((await here.dump()).pictures).toEqual([mine, before.pictures[1]]);
  });

  it('brings no picture back that is gone, and none that is another by now', async () => {
    const { here, file, database, first, second } = await changed();
    const outcome = await here.import(file, 'replace');
    for (const store of PICTURE_STORES) await database.delete(store, first.id);
    const other = { ...second, sha256: '0'.repeat(64) };
    await database.put('pictures', other);
    expect(sum(await here.undo(outcome))).toEqual({ putBack: 0, changed: 0 });
    expect((await here.dump()).pictures).toEqual([other]);
  });

  it.each(['running', 'queued', 'failed'] as const)('leaves a job alone that is %s by now', async (state) => {
    const { here, file, database, record } = await changed();
    const outcome = await here.import(file, 'replace');
    const drawing = { ...record.job, state, attempts: 2 };
    await database.put('jobs', drawing);
    await here.undo(outcome);
    expect((await here.dump()).jobs).toEqual([drawing]);
  });

  it('leaves the pictures to a job that it got since', async () => {
    const { here, file, database, record } = await changed();
    const before = await here.dump();
    const outcome = await here.import(file, 'replace');
    const [late] = (await makeRecord('late', 1)).pictures;
    if (!late) throw new RangeError('A picture was made');
    const job = await database.get('jobs', record.job.id);
    if (!job) throw new RangeError('The job is here');
    const { id } = late.picture;
    await database.put('pictures', { ...late.picture, jobId: job.id });
    await database.put('jobs', { ...job, pictureIds: [...job.pictureIds, id] });
    await here.undo(outcome);
    expect((await here.dump()).jobs).toEqual([
      { ...before.jobs[0], pictureIds: [...record.job.pictureIds, id] },
    ]);
  });

  it('puts back what it replaced also where the answer was lost on its way', async () => {
    const { here, file } = await changed();
    const before = await here.dump();
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const lost = new Error('No answer');
    const send: typeof here.ports.send = (batch) => here.ports.send(batch).then(() => Promise.reject(lost));
    const prepared = await prepareImport(file, { ...here.ports, send }, watch);
    const outcome = await prepared.run('replace', watch);
    expect(outcome.stopped).toEqual({ thrown: lost });
    expect(await here.dump()).not.toEqual(before);
    expect(sum(await here.undo(outcome))).toEqual({ putBack: 2, changed: 0 });
    expect(await here.dump()).toEqual(before);
  });

  it('has nothing to put back where nothing was written', async () => {
    const { here, file } = await changed();
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const send: typeof here.ports.send = () => Promise.reject(new Error('Full'));
    const prepared = await prepareImport(file, { ...here.ports, send }, watch);
    expect(canUndo((await prepared.run('replace', watch)).rows)).toBe(false);
  });

  it('can be asked for again, and finds it done', async () => {
    const { here, file } = await changed();
    const before = await here.dump();
    const outcome = await here.import(file, 'replace');
    await here.undo(outcome);
    expect(sum(await here.undo(outcome))).toEqual({ putBack: 0, changed: 0 });
    expect(await here.dump()).toEqual(before);
  });
});

describe('what is kept to take an import back', () => {
  it('is nothing where all was replaced by the same', async () => {
    const here = openHistory('here');
    await here.add(await makeRecord('a', 2, { picture: { tags: ['fog'] } }));
    const { file } = await here.export();
    const outcome = await here.import(file, 'replace');
    expect(outcome.replaced).toBe(2);
    expect(canUndo(outcome.rows)).toBe(false);
  });

  it('comes in parts of some hundred rows', async () => {
    const here = openHistory('here');
    for (let at = 0; at < 5; at += 1) await here.add(await makeRecord(`job ${at}`, 60));
    const { file } = await here.export();
    const sent: ImportBatch[] = [];
    const send: typeof here.ports.send = (batch) => {
      sent.push(batch);
      return here.ports.send(batch);
    };
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    await (await prepareImport(file, { ...here.ports, send }, watch)).run('replace', watch);
    expect(sent.map(({ replaced }) => replaced.length)).toEqual([180, 120]);
  });

  it('is refused by the background where a job in it had something to do', async () => {
    const { job } = await makeRecord('a', 0);
    const rows = (state: string) => ({
      jobs: [],
      pictures: [],
      replaced: { jobs: [{ before: { ...job, state }, mark: 1 }], pictures: [] },
    });
    expect(parseUndoRows(rows('done'), CREATED_AT).replaced.jobs).toHaveLength(1);
    expect(() => parseUndoRows(rows('queued'), CREATED_AT)).toThrow('under way');
  });
});
