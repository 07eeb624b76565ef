import { describe, expect, it } from 'vitest';
import type { Job, JobState } from '@/utils/core/job/job';
import { makeFailure, makeReply, type SentRequest } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld } from '../../fakes/queue-world';
import { makeJobIn } from '../../fixtures/jobs';

const stateOf = async ({ jobs }: QueueWorld, id: string): Promise<JobState | undefined> =>
  (await jobs.get(id))?.state;

const requestFor = ({ api, bell }: QueueWorld, prompt: string): Promise<SentRequest> =>
  bell.until(() => api.sent.find(({ request }) => request.prompt === prompt));

const promptsSent = ({ api }: QueueWorld): readonly string[] => api.sent.map(({ request }) => request.prompt);

/** Two under way, the others waiting; their ids. */
async function addFive(world: QueueWorld): Promise<readonly string[]> {
  const ids = [];
  for (const prompt of ['one', 'two', 'three', 'four', 'five']) ids.push(await world.add(prompt));
  await requestFor(world, 'two');
  return ids;
}

const idOf = (ids: readonly string[], place: number): string => ids[place] ?? 'none';

describe('run next', () => {
  it('lets a job overtake those that wait, and no one that is under way', async () => {
    const world = createQueueWorld();
    const ids = await addFive(world);
    await world.queue.runNext(idOf(ids, 4));
    expect(promptsSent(world)).toEqual(['one', 'two']);
    (await requestFor(world, 'one')).answer(makeReply([1]));
    await requestFor(world, 'five');
    expect(promptsSent(world)).toEqual(['one', 'two', 'five']);
  });

  it('lasts until it is its turn: another background goes by it', async () => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor: 'key' } });
    await world.add('one');
    const wanted = await world.add('two');
    await world.queue.runNext(wanted);
    const row: Job | undefined = await world.jobs.get(wanted);
    expect(row?.nextSince).toBeTypeOf('number');
  });
});

describe('cancelling all that wait', () => {
  it('leaves those under way alone, and sends none of the others', async () => {
    const world = createQueueWorld();
    const ids = await addFive(world);
    await world.queue.cancelWaiting();
    (await requestFor(world, 'one')).answer(makeReply([1]));
    (await requestFor(world, 'two')).answer(makeReply([2]));
    await world.jobIn(idOf(ids, 0), 'done');
    await world.jobIn(idOf(ids, 1), 'done');
    for (const place of [2, 3, 4]) expect(await stateOf(world, idOf(ids, place))).toBe('cancelled');
    expect(promptsSent(world)).toEqual(['one', 'two']);
  });

  it('does nothing where nothing waits', async () => {
    const world = createQueueWorld();
    await world.queue.cancelWaiting();
    expect(world.faults).toEqual([]);
  });
});

describe('retrying many', () => {
  it('asks again for each, in the order given, behind those that wait', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
    for (const id of ['b', 'a']) {
      await world.jobs.add(makeJobIn('failed', { id, prompt: id, createdAt: 1 }));
    }
    await world.queue.retry(['a', 'b']);
    await world.jobIn('b', 'done');
    expect(promptsSent(world)).toEqual(['a', 'b']);
  });

  it('leaves those alone that are under way or done by now', async () => {
    const world = createQueueWorld();
    await world.jobs.add(makeJobIn('done', { id: 'done' }));
    const id = await world.add('one');
    await requestFor(world, 'one');
    await world.queue.retry([id, 'done', 'gone']);
    await world.queue.pump();
    expect(promptsSent(world)).toEqual(['one']);
  });
});

describe('the same, asked twice', () => {
  it('is not sent until the person says so', async () => {
    const world = createQueueWorld();
    await world.add('a fox');
    const second = await world.add('a fox');
    await requestFor(world, 'a fox');
    await world.queue.pump();
    expect(promptsSent(world)).toEqual(['a fox']);
    expect(await world.jobs.get(second)).toMatchObject({ state: 'queued', waitingFor: 'repeat' });
    await world.queue.approve(second);
    await world.bell.until(() => (world.api.sent.length === 2 ? true : undefined));
    expect(await world.jobs.get(second)).not.toHaveProperty('approved');
  });

  it('at the very same moment is seen too', async () => {
    const world = createQueueWorld();
    const [first, second] = await Promise.all([world.add('a fox'), world.add('a fox')]);
    expect(first).not.toBe(second);
    await requestFor(world, 'a fox');
    await world.queue.pump();
    expect(world.api.sent).toHaveLength(1);
  });

  it('is asked about once, however often it is clicked', async () => {
    const world = createQueueWorld();
    await world.add('a fox');
    expect(await world.add('a fox')).toBe(await world.add('a fox'));
  });

  it('is new after a minute, and after a failure', async () => {
    const world = createQueueWorld();
    const first = await world.add('a fox');
    (await requestFor(world, 'a fox')).refuse(makeFailure('serverError'));
    await world.jobIn(first, 'failed');
    const second = await world.add('a fox');
    expect(await world.jobs.get(second)).not.toHaveProperty('waitingFor');
    world.pass(61_000);
    const third = await world.add('a fox');
    expect(await world.jobs.get(third)).not.toHaveProperty('waitingFor');
  });

  it('leaves as cancelled when the person did not mean it', async () => {
    const world = createQueueWorld();
    await world.add('a fox');
    const second = await world.add('a fox');
    await world.queue.cancel(second);
    expect(await stateOf(world, second)).toBe('cancelled');
  });
});

describe('the alarm', () => {
  it('is set before the row of a new job could be all that is left of it', async () => {
    let watchedAtRow: boolean | undefined;
    const world = createQueueWorld({
      wrapStore: (jobs) => ({
        ...jobs,
        async add(job, beside) {
          const row = await jobs.add(job, beside);
          watchedAtRow = world.watched.includes(true);
          return row;
        },
      }),
    });
    await world.add('a fox');
    expect(watchedAtRow).toBe(true);
  });

  it('is gone when nothing is open', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
    await world.jobIn(await world.add('a fox'), 'done');
    await world.bell.until(() => world.watched.at(-1) === false || undefined);
    expect(world.watched).toContain(true);
  });
});

describe('a job that stopped', () => {
  it.each([
    ['done', makeReply([1])],
    ['failed', undefined],
  ] as const)('is told of when it is %s', async (state, reply) => {
    const world = createQueueWorld({
      onRequest: ({ answer, refuse }) => (reply ? answer(reply) : refuse(makeFailure('serverError'))),
    });
    const id = await world.add('a fox');
    await world.jobIn(id, state);
    await world.bell.until(() => world.stopped.includes(id) || undefined);
    expect(world.stopped).toEqual([id]);
  });
});
