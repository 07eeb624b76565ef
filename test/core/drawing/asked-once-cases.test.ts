import { describe, expect, it } from 'vitest';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import type { JobStore } from '@/utils/core/ports';
import { makeFailure, makePictures, makeReply, type SentRequest } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld } from '../../fakes/queue-world';
import { makeJobIn } from '../../fixtures/jobs';

const ADDRESS = 'https://images.example/1.png';

function request({ api, bell }: QueueWorld, place: number): Promise<SentRequest> {
  return bell.until(() => api.sent[place]);
}

const add = (world: QueueWorld, n: number, model = 'dall-e-3'): Promise<string> =>
  world.add('a fox', { parameters: { model, n } });

const limited = (seconds: number) => makeFailure('rateLimited', { status: 429, retryAfterSeconds: seconds });

it('asks only for the other picture where one is at an address and the request for it has to wait', async () => {
  const world = createQueueWorld({ onFetch: () => ({ kind: 'blocked' }) });
  const id = await add(world, 2);
  (await request(world, 0)).answer(makeReply(ADDRESS));
  (await request(world, 1)).refuse(limited(1));
  await world.bell.until(async () => ((await world.jobs.get(id))?.waitingFor === 'pause' ? true : undefined));
  await world.queue.pump();
  world.pass(2000);
  (await request(world, 2)).answer(makeReply('https://images.example/2.png'));
  const job = await world.jobIn(id, 'needs-permission');
  expect(job.pendingPictures?.map(({ index }) => index)).toEqual([0, 1]);
  expect(world.api.sent).toHaveLength(3);
});

it('gives pictures that nobody asked for indexes of their own', async () => {
  const world = createQueueWorld();
  const id = await add(world, 2);
  (await request(world, 0)).answer(makeReply([1], [2]));
  (await request(world, 1)).answer(makeReply([3], [4]));
  const job = await world.jobIn(id, 'done');
  const rows = await Promise.all(
    job.pictureIds.map(async (one) => (await world.open()).get('pictures', one)),
  );
  expect(new Set(rows.map((row) => row?.index))).toEqual(new Set([0, 1, 2, 3]));
});

it('takes the indexes of an earlier row from its pictures, and asks for the one that is free', async () => {
  const world = createQueueWorld();
  const parameters = { model: 'dall-e-3', n: 2 };
  const first = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
  const id = await add(first, 2);
  const { pictureIds, pictureIndexes: _, ...row } = await first.jobIn(id, 'done');
  const [kept = ''] = pictureIds;
  const database = await world.open();
  const picture = await database.get('pictures', kept);
  if (!picture) throw new Error('The picture is gone');
  await database.put('pictures', { ...picture, index: 1 });
  await database.put('jobs', { ...row, parameters, pictureIds: [kept] });
  await world.queue.retry([id]);
  (await request(world, 0)).answer(makeReply([7]));
  const job = await world.jobIn(id, 'done');
  const rows = await Promise.all(job.pictureIds.map((one) => database.get('pictures', one)));
  expect(new Set(rows.map((one) => one?.index))).toEqual(new Set([0, 1]));
});

describe('what came is kept first', () => {
  it('after a job that nobody runs was cancelled and is retried', async () => {
    const world = createQueueWorld();
    const running = makeJobIn('running', { id: 'left' });
    await world.jobs.add(running);
    await world.jobs.arrive('left', { type: 'arrive', arrived: [{ id: 'p', index: 0 }], pending: [] }, [
      { id: 'p', bytes: new Blob([Uint8Array.of(1)]) },
    ]);
    await world.queue.cancel('left');
    await world.jobIn('left', 'cancelled');
    await world.queue.retry(['left']);
    expect((await world.jobIn('left', 'done')).pictureIds).toEqual(['p']);
    expect(world.api.sent).toHaveLength(0);
  });

  it('after waiting for a permission was cancelled', async () => {
    const world = createQueueWorld();
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left' }));
    await world.queue.cancel('left');
    await world.queue.retry(['left']);
    await world.jobIn('left', 'done');
    expect(world.api.sent).toHaveLength(0);
  });

  it.each([404, 410, 403])('although another address answers %i', async (status) => {
    let isUp = false;
    const other = 'https://images.example/2.png';
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply(ADDRESS, other)),
      onFetch(address) {
        if (address === ADDRESS) throw makeFailure('pictureUnreachable', { status });
        if (!isUp) throw makeFailure('pictureUnreachable', { status: 502 });
        return { kind: 'bytes', bytes: Uint8Array.of(7) };
      },
    });
    const id = await add(world, 2, 'gpt-image-1');
    const failed = await world.jobIn(id, 'failed');
    expect(failed.pendingPictures).toMatchObject([{ index: 1, address: other }]);
    isUp = true;
    await world.queue.retry([id]);
    const job = await world.jobIn(id, 'done');
    expect(job.pictureIds).toHaveLength(1);
    expect(world.api.sent).toHaveLength(1);
  });
});

describe('addresses', () => {
  it('are fetched four at a time', async () => {
    let open = 0;
    let most = 0;
    const world = createQueueWorld({
      onRequest: ({ answer }) =>
        answer(makeReply(...Array.from({ length: 10 }, (_, n) => `${ADDRESS}?${n}`))),
      async onFetch() {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return { kind: 'bytes', bytes: Uint8Array.of(1) };
      },
    });
    await world.jobIn(await add(world, 10, 'gpt-image-1'), 'done');
    expect(most).toBe(4);
  });

  it('on a private network are not fetched, and the job says why', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply('http://192.168.0.1/a.png')),
    });
    const job = await world.jobIn(await add(world, 1), 'failed');
    expect(job.failure).toEqual({ kind: 'privateAddress', host: '192.168.0.1' });
    expect(world.api.fetched).toEqual([]);
  });

  it('are fetched with the server of the job at hand, also when the job is resumed', async () => {
    const provider = createProvider(DEFAULT_SETTINGS.providerId, { baseUrl: 'https://api.example/v1' });
    const world = createQueueWorld({ settings: { providers: [provider] } });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left', providerId: provider.id }));
    world.queue.resume('left');
    await world.jobIn('left', 'done');
    expect(world.api.servers).toMatchObject([{ baseUrl: 'https://api.example/v1', key: 'sk-secret' }]);
  });

  it('are fetched without the key once the server has another origin', async () => {
    const provider = createProvider(DEFAULT_SETTINGS.providerId, { baseUrl: 'https://moved.example/v1' });
    const world = createQueueWorld({ settings: { providers: [provider] } });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left', providerId: provider.id }));
    world.queue.resume('left');
    await world.jobIn('left', 'done');
    expect(world.api.servers).toEqual([{ baseUrl: 'https://api.example/v1' }]);
  });
});

describe('the queue', () => {
  it('wakes for a pause that was asked for while it was deciding about something else', async () => {
    let slow: Promise<void> | undefined;
    const other = createProvider('other', { baseUrl: 'https://other.example/v1' });
    const world = createQueueWorld({
      settings: { providers: [...DEFAULT_SETTINGS.providers, other] },
      wrapStore: (jobs): JobStore => ({
        ...jobs,
        async listByState(state) {
          const rows = await jobs.listByState(state);
          if (state === 'queued') await slow;
          return rows;
        },
      }),
    });
    const id = await world.add('a fox', { providerId: 'other' });
    const sent = await request(world, 0);
    let goOn = (): void => undefined;
    slow = new Promise((resolve) => {
      goOn = resolve;
    });
    const early = world.queue.pump();
    slow = undefined;
    sent.refuse(limited(30));
    await world.bell.until(async () =>
      (await world.jobs.get(id))?.waitingFor === 'pause' ? true : undefined,
    );
    goOn();
    await early;
    await world.queue.pump();
    expect(world.alarm().wakeAt).toBeDefined();
  });

  it('keeps the background alive for a plan that grew', async () => {
    const world = createQueueWorld({
      onRequest({ request: { n }, refuse }) {
        if (n !== undefined) {
          refuse(makeFailure('invalidParameter', { status: 400, code: 'unknown_parameter', parameter: 'n' }));
        }
      },
    });
    const id = await add(world, 10, 'flux');
    await request(world, 2);
    expect(world.liveness.limits.get(id)).toBeGreaterThan(10 * 300_000);
  });

  it('loses no reply of a job that is cancelled with the others in the moment it starts', async () => {
    const world = createQueueWorld({
      wrapStore: (jobs): JobStore => ({
        ...jobs,
        async applyEach(ids, event) {
          await world.bell.until(() => world.api.sent[0]);
          return jobs.applyEach(ids, event);
        },
      }),
    });
    const id = await world.jobs.add(makeJobIn('queued', { id: 'a' })).then((job) => job.id);
    const cancelling = world.queue.cancelWaiting();
    await world.queue.pump();
    expect(await cancelling).toEqual([]);
    const { emit, end } = await request(world, 0);
    emit({ kind: 'pictures', pictures: makePictures([1]) });
    end();
    expect((await world.jobIn(id, 'done')).pictureIds).toHaveLength(1);
  });

  it('puts cancelled jobs back with what they waited for, and drops no question', async () => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor: 'key' } });
    const first = await world.add('a fox');
    const second = await world.add('a fox');
    await world.queue.pump();
    const cancelled = await world.queue.cancelWaiting();
    expect(cancelled).toEqual([first, second]);
    await world.queue.restore(cancelled);
    await world.queue.pump();
    expect(await world.jobs.get(first)).toMatchObject({ state: 'queued', waitingFor: 'key' });
    expect(await world.jobs.get(second)).toMatchObject({ state: 'queued', waitingFor: 'repeat' });
  });
});
