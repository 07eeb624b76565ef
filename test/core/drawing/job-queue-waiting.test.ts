import { describe, expect, it } from 'vitest';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeFailure, makeReply } from '../../fakes/image-api';
import { createQueueWorld, READY } from '../../fakes/queue-world';
import { makeJobIn } from '../../fixtures/jobs';

describe('a server that may not be called yet', () => {
  it.each(['key', 'access'] as const)('lets jobs wait for the %s and sends nothing', async (waitingFor) => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor } });
    const id = await world.add('a fox');
    const waiting = await world.bell.until(async () => {
      const job = await world.jobs.get(id);
      return job?.waitingFor === undefined ? undefined : job;
    });
    expect(waiting).toMatchObject({ state: 'queued', waitingFor, prompt: 'a fox' });
    expect(world.api.sent).toHaveLength(0);
  });

  it('gets the waiting jobs, oldest first, as soon as it may be called', async () => {
    const world = createQueueWorld({
      connection: { ready: false, waitingFor: 'key' },
      onRequest: ({ answer }) => answer(makeReply([1])),
    });
    const first = await world.add('one');
    const second = await world.add('two');
    await world.queue.pump();
    world.connectAs(READY);
    await world.queue.pump();
    expect(await world.jobIn(first, 'done')).not.toHaveProperty('waitingFor');
    await world.jobIn(second, 'done');
    expect(world.api.sent.map(({ request }) => request.prompt)).toEqual(['one', 'two']);
  });

  it('lets a job that had its key wait for access next', async () => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor: 'key' } });
    const id = await world.add('a fox');
    await world.queue.pump();
    world.connectAs({ ready: false, waitingFor: 'access' });
    await world.queue.pump();
    expect(await world.jobs.get(id)).toMatchObject({ state: 'queued', waitingFor: 'access' });
  });
});

it('marks a waiting job once, not at each look', async () => {
  let marks = 0;
  const world = createQueueWorld({
    connection: { ready: false, waitingFor: 'key' },
    wrapStore: (jobs) => ({
      ...jobs,
      applyEach(ids, event) {
        marks += ids.length;
        return jobs.applyEach(ids, event);
      },
    }),
  });
  await world.jobs.add(makeJobIn('queued'));
  await world.queue.pump();
  await world.queue.pump();
  expect(marks).toBe(1);
});

describe('the watch', () => {
  it('is on while a job is under way and off after the last', async () => {
    const world = createQueueWorld();
    await world.add('a fox');
    const sent = await world.bell.until(() => world.api.sent[0]);
    await world.bell.until(() => world.watched.at(-1) || undefined);
    sent.answer(makeReply([1]));
    await world.bell.until(() => (world.watched.at(-1) === false ? true : undefined));
    expect(await world.jobs.get('id-0001')).toMatchObject({ state: 'done' });
  });

  it('is off while jobs wait for the person: waking up would not help them', async () => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor: 'key' } });
    await world.add('a fox');
    await world.queue.pump();
    expect(world.watched.at(-1)).toBe(false);
  });

  it('is on while pictures are fetched after a permission', async () => {
    let arrive = (): void => undefined;
    const world = createQueueWorld({
      onFetch: () =>
        new Promise((resolve) => {
          arrive = () => resolve({ kind: 'bytes', bytes: Uint8Array.of(1) });
          world.bell.ring();
        }),
    });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left' }));
    world.queue.resume('left');
    await world.bell.until(() => world.api.fetched[0]);
    await world.bell.until(() => world.watched.includes(true) || undefined);
    expect(await world.jobs.get('left')).toMatchObject({ state: 'running' });
    arrive();
    await world.jobIn('left', 'done');
  });
});

describe('storage that fails', () => {
  const broken = (): Promise<never> => Promise.reject(makeFailure('storageUnavailable'));

  it('before the request keeps the request back, and is told of once', async () => {
    const world = createQueueWorld({ wrapStore: (jobs) => ({ ...jobs, apply: broken }) });
    await world.add('a fox');
    await world.bell.until(() => world.faults[0]);
    expect(world.faults).toMatchObject([{ failure: { kind: 'storageUnavailable' } }]);
    expect(world.trouble.current()).toMatchObject({ kind: 'storageUnavailable' });
    expect(world.api.sent).toHaveLength(0);
  });

  it('after the reply does not send the request again', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1])),
      wrapStore: (jobs) => ({
        ...jobs,
        keep: broken,
        apply: (id, event) => (event.type === 'finish' ? broken() : jobs.apply(id, event)),
      }),
    });
    await world.add('a fox');
    await world.bell.until(() => world.faults[0]);
    await world.queue.pump();
    expect(world.api.sent).toHaveLength(1);
    expect(await world.jobs.get('id-0001')).toMatchObject({ state: 'running' });
  });

  it('for the pictures alone ends the job with the reason', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1])),
      wrapStore: (jobs) => ({ ...jobs, keep: () => Promise.reject(makeFailure('storageFull')) }),
    });
    const job = await world.jobIn(await world.add('a fox'), 'failed');
    expect(job).toMatchObject({ failure: { kind: 'storageFull' }, pictureIds: [] });
    expect(world.faults).toEqual([]);
  });

  it('while listing is told of and leaves the row for later', async () => {
    const world = createQueueWorld({ wrapStore: (jobs) => ({ ...jobs, listByState: broken }) });
    const id = await world.add('a fox');
    await world.bell.until(() => world.faults[0]);
    expect(await world.jobs.get(id)).toMatchObject({ state: 'queued' });
  });
});

describe('jobs that wait for a key', () => {
  const OTHER = createProvider('other', { baseUrl: 'https://other.example/v1', model: 'gpt-image-2' });

  it('are sent once to the server they are moved to, with its model', async () => {
    const world = createQueueWorld({
      connection: { ready: false, waitingFor: 'key' },
      onRequest: ({ answer }) => answer(makeReply([1])),
      settings: { providers: [...DEFAULT_SETTINGS.providers, OTHER] },
    });
    const id = await world.add('a fox', { providerId: DEFAULT_SETTINGS.providerId });
    await world.queue.pump();
    world.connectAs(READY);
    await world.queue.move([id], OTHER);
    expect(await world.jobIn(id, 'done')).toMatchObject({ providerId: 'other' });
    expect(world.api.sent.map(({ request }) => request)).toMatchObject([
      { prompt: 'a fox', model: 'gpt-image-2' },
    ]);
  });

  it('are the only ones that are moved', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
    const id = await world.add('a fox', { providerId: DEFAULT_SETTINGS.providerId });
    const done = await world.jobIn(id, 'done');
    await world.queue.move([id], OTHER);
    expect(await world.jobs.get(id)).toEqual(done);
  });
});
