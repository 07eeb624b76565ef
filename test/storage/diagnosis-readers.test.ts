import { describe, expect, it, vi } from 'vitest';
import { JOB_STATES, type JobState } from '@/utils/core/job/job';
import { createDatabaseOpener, type OpenDatabase } from '@/utils/storage/database';
import { readJobsIn } from '@/utils/storage/jobs-by-state';
import { countRows } from '@/utils/storage/row-counts';
import { makeRowCounts } from '../fixtures/diagnosis';
import { makeJob } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';

/** A database with one job for each of the states, in this order of time. */
async function databaseWith(states: readonly JobState[]): Promise<OpenDatabase> {
  const open = createDatabaseOpener();
  const database = await open();
  for (const [place, state] of states.entries()) {
    await database.add('jobs', makeJob({ id: `job-${place}`, state }));
  }
  return open;
}

describe('counts', () => {
  it('are none in an empty database', async () => {
    expect(await countRows(createDatabaseOpener())).toEqual(makeRowCounts());
  });

  it('tell each state apart', async () => {
    const open = await databaseWith(
      JOB_STATES.flatMap((state, place) => Array<JobState>(place + 1).fill(state)),
    );
    const { jobs } = await countRows(open);
    expect(jobs).toEqual(Object.fromEntries(JOB_STATES.map((state, place) => [state, place + 1])));
  });

  it('leave deleted pictures out', async () => {
    const open = createDatabaseOpener();
    const database = await open();
    await database.add('pictures', makePicture({ id: 'a' }));
    await database.add('pictures', makePicture({ id: 'b' }));
    await database.add('pictures', makePicture({ id: 'c', deletedAt: 1 }));
    expect((await countRows(open)).pictures).toBe(2);
  });

  it('read no row', async () => {
    const open = await databaseWith(['done']);
    const reads = (['get', 'getAll', 'openCursor'] as const).flatMap((name) => [
      vi.spyOn(IDBObjectStore.prototype, name),
      vi.spyOn(IDBIndex.prototype, name),
    ]);
    await countRows(open);
    for (const read of reads) expect(read).not.toHaveBeenCalled();
  });
});

describe('jobs in a state', () => {
  it('come newest first, as many as asked for', async () => {
    const open = await databaseWith(['failed', 'done', 'failed', 'done', 'failed']);
    const ids = async (state: JobState, limit: number) =>
      (await readJobsIn(open, state, limit)).map(({ id }) => id);
    expect(await ids('failed', 2)).toEqual(['job-4', 'job-2']);
    expect(await ids('failed', 9)).toEqual(['job-4', 'job-2', 'job-0']);
    expect(await ids('running', 9)).toEqual([]);
  });
});
