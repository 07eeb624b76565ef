import { expect, it } from 'vitest';
import { reconcileJobs } from '@/utils/core/drawing/reconcile-jobs';
import { JOB_STATES, type Job } from '@/utils/core/job/job';
import type { JobStore } from '@/utils/core/ports';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { createFakeLiveness } from '../../fakes/liveness';
import { CREATED_AT, makeJobIn } from '../../fixtures/jobs';

const NOW = CREATED_AT + 60_000;

/** What the queue does at the least. */
const interrupt =
  (jobs: JobStore) =>
  async ({ id }: Job): Promise<void> => {
    await jobs.apply(id, { type: 'interrupt', at: NOW });
  };

async function reconcile({ heldElsewhere = [] }: { heldElsewhere?: readonly string[] } = {}) {
  const jobs = createJobStore(createDatabaseOpener(), () => undefined);
  const rows = JOB_STATES.map((state) => makeJobIn(state, { id: state }));
  for (const row of rows) await jobs.add(row);
  await reconcileJobs(jobs, createFakeLiveness({ heldElsewhere }), interrupt(jobs));
  const after = await Promise.all(rows.map(({ id }) => jobs.get(id)));
  return { jobs, rows, changed: after.filter((row, index) => row?.state !== rows[index]?.state) };
}

it('marks running jobs that nobody holds as interrupted, and no others', async () => {
  const { changed } = await reconcile();
  expect(changed).toMatchObject([{ id: 'running', state: 'interrupted', finishedAt: NOW }]);
});

it('leaves running jobs alone that somebody holds', async () => {
  const { changed } = await reconcile({ heldElsewhere: ['running'] });
  expect(changed).toEqual([]);
});
