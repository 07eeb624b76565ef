import { describe, expect, it } from 'vitest';
import type { JobState } from '@/utils/core/job/job';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { recordChanges } from '../fakes/changes';
import { EVENTS, makeJob, makeJobIn } from '../fixtures/jobs';
import { makeWholePicture } from '../fixtures/pictures';

/** An empty store with what it announces. */
function createStore() {
  const open = createDatabaseOpener();
  const { announce, changes } = recordChanges();
  return { open, changes, jobs: createJobStore(open, announce) };
}

/** A store with one job in it. */
async function storeWith(state: JobState) {
  const store = createStore();
  const job = makeJobIn(state);
  await (await store.open()).add('jobs', job);
  return { ...store, job };
}

const KEEP = { ...EVENTS.keep, pictureIds: ['picture-1', 'picture-2'], finish: EVENTS.finish };
const PICTURES = [makeWholePicture({ id: 'picture-1' }), makeWholePicture({ id: 'picture-2', index: 1 })];

describe('adding', () => {
  it('keeps the job and announces it', async () => {
    const { jobs, changes } = createStore();
    const job = makeJob();
    await jobs.add(job);
    expect(await jobs.get(job.id)).toEqual(job);
    expect(changes).toEqual([{ jobs: [job.id] }]);
  });

  it('refuses an id that is taken, and announces nothing', async () => {
    const { jobs, changes, job } = await storeWith('done');
    await expect(jobs.add(makeJob())).rejects.toMatchObject({ failure: { kind: 'storageUnavailable' } });
    expect(await jobs.get(job.id)).toEqual(job);
    expect(changes).toEqual([]);
  });
});

describe('reading', () => {
  it('finds nothing under an unknown id', async () => {
    expect(await createStore().jobs.get('nobody')).toBeUndefined();
  });

  it('lists the jobs of one state, oldest first', async () => {
    const { jobs } = createStore();
    for (const id of ['c', 'a', 'b']) await jobs.add(makeJob({ id }));
    await jobs.add(makeJobIn('running', { id: 'd' }));
    expect((await jobs.listByState('queued')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((await jobs.listByState('running')).map(({ id }) => id)).toEqual(['d']);
    expect(await jobs.listByState('done')).toEqual([]);
  });
});

describe('an event', () => {
  it('changes the row, answers it and is announced', async () => {
    const { jobs, changes, job } = await storeWith('running');
    const failed = await jobs.apply(job.id, EVENTS.fail);
    expect(failed).toMatchObject({ state: 'failed', failure: EVENTS.fail.failure });
    expect(await jobs.get(job.id)).toEqual(failed);
    expect(changes).toEqual([{ jobs: [job.id], pictures: [] }]);
  });

  it.each([
    ['of a job that is gone', 'nobody'],
    ['that the state does not take', 'job-1'],
  ])('%s changes nothing and is not announced', async (_, id) => {
    const { jobs, changes, job } = await storeWith('done');
    expect(await jobs.apply(id, EVENTS.fail)).toBeUndefined();
    expect(await jobs.get(job.id)).toEqual(job);
    expect(changes).toEqual([]);
  });

  it('wins alone against one that it rules out', async () => {
    const { jobs, changes, job } = await storeWith('running');
    const results = await Promise.all([
      jobs.apply(job.id, EVENTS.cancel),
      jobs.keep(job.id, KEEP, PICTURES),
      jobs.apply(job.id, EVENTS.fail),
    ]);
    const won = results.filter((row) => row !== undefined);
    expect(won).toHaveLength(1);
    expect(await jobs.get(job.id)).toEqual(won[0]);
    expect(changes).toHaveLength(1);
  });

  it('does not undo another that came at the same time', async () => {
    const { jobs, job } = await storeWith('running');
    await Promise.all([
      jobs.keep(job.id, { ...EVENTS.keep, pictureIds: ['picture-1'] }, PICTURES.slice(0, 1)),
      jobs.keep(job.id, { ...EVENTS.keep, pictureIds: ['picture-2'] }, PICTURES.slice(1)),
    ]);
    expect((await jobs.get(job.id))?.pictureIds).toEqual(['picture-1', 'picture-2']);
  });
});

describe('keeping pictures', () => {
  it('lands all rows, bytes and thumbnails with the state of the job', async () => {
    const { jobs, open, changes, job } = await storeWith('running');
    expect(await jobs.keep(job.id, KEEP, PICTURES)).toMatchObject({
      state: 'done',
      pictureIds: KEEP.pictureIds,
    });
    const database = await open();
    expect(await database.getAll('pictures')).toEqual(PICTURES.map(({ picture }) => picture));
    expect(await database.getAll('thumbnails')).toEqual(PICTURES.map(({ thumbnail }) => thumbnail));
    const original = await database.get('originals', 'picture-2');
    expect(original?.type).toBe('image/png');
    expect([...new Uint8Array((await original?.arrayBuffer()) ?? [])]).toEqual([1, 2, 3]);
    expect(changes).toEqual([{ jobs: [job.id], pictures: KEEP.pictureIds }]);
  });

  it('lands nothing when one of them cannot be written', async () => {
    const { jobs, open, changes, job } = await storeWith('running');
    const database = await open();
    // The id of the second picture's bytes is taken, so its transaction must fail half way.
    await database.add('originals', new Blob(['other']), 'picture-2');
    await expect(jobs.keep(job.id, KEEP, PICTURES)).rejects.toMatchObject({
      failure: { kind: 'storageUnavailable' },
    });
    expect(await jobs.get(job.id)).toEqual(job);
    expect(await database.count('pictures')).toBe(0);
    expect(await database.count('thumbnails')).toBe(0);
    expect(await database.getAllKeys('originals')).toEqual(['picture-2']);
    expect(changes).toEqual([]);
  });

  it('lands nothing for a job that was cancelled meanwhile', async () => {
    const { jobs, open, job } = await storeWith('cancelled');
    expect(await jobs.keep(job.id, KEEP, PICTURES)).toBeUndefined();
    const database = await open();
    expect(await database.count('pictures')).toBe(0);
    expect(await database.count('originals')).toBe(0);
  });
});

it('says in words that storage cannot be opened', async () => {
  const jobs = createJobStore(
    () => Promise.reject(new DOMException('x', 'UnknownError')),
    () => undefined,
  );
  const failure = { kind: 'storageUnavailable' };
  await expect(jobs.add(makeJob())).rejects.toMatchObject({ failure });
  await expect(jobs.apply('job-1', EVENTS.start)).rejects.toMatchObject({ failure });
});
