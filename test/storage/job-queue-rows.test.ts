import { expect, it } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { recordChanges } from '../fakes/changes';
import { CREATED_AT, EVENTS, makeJob, makeJobIn } from '../fixtures/jobs';

function createStore() {
  const { announce, changes } = recordChanges();
  return { jobs: createJobStore(createDatabaseOpener(), announce), changes };
}

it('a new row sees the rows of the last moments, newest first, and no older ones', async () => {
  const { jobs } = createStore();
  await jobs.add(makeJob({ id: 'a', createdAt: CREATED_AT }));
  await jobs.add(makeJob({ id: 'b', createdAt: CREATED_AT + 1 }));
  await jobs.add(makeJob({ id: 'c', createdAt: CREATED_AT + 2 }));
  let seen: readonly string[] = [];
  const row = await jobs.add(makeJob({ id: 'd' }), {
    since: CREATED_AT + 1,
    settle(recent) {
      seen = recent.map(({ id }) => id);
      return makeJob({ id: 'd', waitingFor: 'repeat' });
    },
  });
  expect(seen).toEqual(['c', 'b']);
  expect(await jobs.get('d')).toEqual(row);
});

it('where another row is enough, none is added', async () => {
  const { jobs } = createStore();
  await jobs.add(makeJob({ id: 'a' }));
  const row = await jobs.add(makeJob({ id: 'b' }), { since: 0, settle: ([first = makeJob()]) => first });
  expect(row.id).toBe('a');
  expect(await jobs.get('b')).toBeUndefined();
});

it('one event reaches many rows at once; those that do not take it stay as they are', async () => {
  const { jobs, changes } = createStore();
  await jobs.add(makeJob({ id: 'a' }));
  await jobs.add(makeJob({ id: 'b' }));
  await jobs.add(makeJobIn('done', { id: 'c' }));
  await jobs.applyEach(['a', 'b', 'c', 'gone'], EVENTS.cancel);
  expect((await jobs.listByState('cancelled')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await jobs.get('c')).toEqual(makeJobIn('done', { id: 'c' }));
  expect(changes.at(-1)).toEqual({ jobs: ['a', 'b'] });
  const before = changes.length;
  await jobs.applyEach([], EVENTS.cancel);
  expect(changes).toHaveLength(before);
});

it('open and unseen jobs are counted, until they are seen', async () => {
  const { jobs } = createStore();
  for (const state of ['queued', 'running', 'done', 'failed', 'interrupted', 'cancelled'] as const) {
    await jobs.add(makeJobIn(state, { id: state }));
  }
  expect(await jobs.count()).toEqual({ open: 2, unseen: 2 });
  expect(await jobs.listUnseen()).toEqual(['failed', 'interrupted']);
  await jobs.applyEach(await jobs.listUnseen(), EVENTS.see);
  expect(await jobs.count()).toEqual({ open: 2, unseen: 0 });
});
