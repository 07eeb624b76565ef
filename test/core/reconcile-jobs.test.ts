import { expect, it } from 'vitest';
import { JOB_STATES } from '@/utils/core/job';
import { reconcileJobs } from '@/utils/core/reconcile-jobs';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { createFakeLiveness } from '../fakes/liveness';
import { CREATED_AT, EVENTS, makeJobIn } from '../fixtures/jobs';

const NOW = CREATED_AT + 60_000;

async function reconcile({ heldElsewhere = [] }: { heldElsewhere?: readonly string[] } = {}) {
  const jobs = createJobStore(createDatabaseOpener(), () => undefined);
  const rows = JOB_STATES.map((state) => makeJobIn(state, { id: state }));
  for (const row of rows) await jobs.add(row);
  await reconcileJobs(jobs, createFakeLiveness({ heldElsewhere }), () => NOW);
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

it('asks for a permission again when the reply was in and pictures were being fetched', async () => {
  const jobs = createJobStore(createDatabaseOpener(), () => undefined);
  await jobs.add(makeJobIn('running', { id: 'fetching' }));
  const { pending } = EVENTS.receive;
  await jobs.keep('fetching', { ...EVENTS.receive, pictureIds: [] }, []);
  await reconcileJobs(jobs, createFakeLiveness(), () => NOW);
  expect(await jobs.get('fetching')).toMatchObject({ state: 'needs-permission', pendingPictures: pending });
});
