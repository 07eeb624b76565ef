import { describe, expect, it } from 'vitest';
import type { JobStore } from '@/utils/core/ports';
import { makeFailure, makeReply } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld, type QueueWorldOptions } from '../../fakes/queue-world';

const ADDRESS = 'https://images.example/1.png';

/** A world whose storage takes rows, and no pictures until there is room. */
function createFullWorld(options: QueueWorldOptions = {}) {
  let full = true;
  const refuse = (): Promise<never> => Promise.reject(makeFailure('storageFull'));
  const world = createQueueWorld({
    onRequest: ({ answer }) => answer(makeReply([1], [2])),
    ...options,
    wrapStore: (jobs): JobStore => ({
      ...jobs,
      arrive: (...call) => (full ? refuse() : jobs.arrive(...call)),
      keep: (...call) => (full ? refuse() : jobs.keep(...call)),
    }),
  });
  return { world, makeRoom: () => void (full = false) };
}

async function drawTwo(world: QueueWorld): Promise<string> {
  const id = await world.add('a fox', { parameters: { model: 'gpt-image-1', n: 2 } });
  await world.jobIn(id, 'failed');
  return id;
}

async function bytesOf({ unsaved }: QueueWorld, id: string): Promise<readonly number[][]> {
  const files = unsaved.files(id);
  return Promise.all(files.map(async ({ bytes }) => Array.from(new Uint8Array(await bytes.arrayBuffer()))));
}

describe('pictures that storage does not take', () => {
  it('are kept in memory, byte for byte, and the job says why it failed', async () => {
    const { world } = createFullWorld();
    const id = await drawTwo(world);
    expect(await world.jobs.get(id)).toMatchObject({ failure: { kind: 'storageFull' }, pictureIds: [] });
    expect(world.unsaved.list()).toEqual([{ jobId: id, prompt: 'a fox', pictures: 2 }]);
    expect(await bytesOf(world, id)).toEqual([[1], [2]]);
    expect(world.unsaved.files(id)[0]?.name).toMatch(/^a fox .+\.png$/);
  });

  it('keep the background alive until they are settled', async () => {
    const { world } = createFullWorld();
    const id = await drawTwo(world);
    expect([...world.liveness.held]).toEqual([`unsaved-${id}`]);
    world.unsaved.discard(id);
    await expect.poll(() => world.liveness.held.size).toBe(0);
    expect(world.unsaved.list()).toEqual([]);
  });

  it('are stored by Retry once there is room, without another request', async () => {
    const { world, makeRoom } = createFullWorld();
    const id = await drawTwo(world);
    makeRoom();
    await world.queue.retry([id]);
    const job = await world.jobIn(id, 'done');
    expect(job.pictureIds).toHaveLength(2);
    expect(job).not.toHaveProperty('failure');
    const originals = await Promise.all(job.pictureIds.map((one) => world.jobs.original(one)));
    expect(originals.map((one) => one?.size)).toEqual([1, 1]);
    expect(world.api.sent).toHaveLength(1);
    expect(world.unsaved.has(id)).toBe(false);
  });

  it('stay in memory while there is still no room', async () => {
    const { world } = createFullWorld();
    const id = await drawTwo(world);
    await world.queue.retry([id]);
    await world.bell.until(() => (world.stopped.length === 2 ? true : undefined));
    expect(await world.jobs.get(id)).toMatchObject({ state: 'failed', failure: { kind: 'storageFull' } });
    expect(world.unsaved.list()).toMatchObject([{ pictures: 2 }]);
    expect(world.api.sent).toHaveLength(1);
  });

  it('are saved by the next look at jobs nobody holds, where not even the failure could be written', async () => {
    let broken = false;
    const refuse = (): Promise<never> => Promise.reject(makeFailure('storageUnavailable'));
    const world = createQueueWorld({
      onRequest({ answer }) {
        broken = true;
        answer(makeReply([1]));
      },
      wrapStore: (jobs): JobStore => ({
        ...jobs,
        apply: (...call) => (broken ? refuse() : jobs.apply(...call)),
        arrive: (...call) => (broken ? refuse() : jobs.arrive(...call)),
        keep: (...call) => (broken ? refuse() : jobs.keep(...call)),
      }),
    });
    const id = await world.add('a fox');
    await world.bell.until(() => (world.unsaved.has(id) && world.faults.length > 1) || undefined);
    broken = false;
    const row = await world.bell.until(() => world.jobs.get(id));
    expect(row.state).toBe('running');
    await world.queue.recover(row);
    expect((await world.jobIn(id, 'done')).pictureIds).toHaveLength(1);
  });

  it('of an address are written down or fetched once there is room', async () => {
    const { world, makeRoom } = createFullWorld({
      onRequest: ({ answer }) => answer(makeReply(ADDRESS)),
      onFetch: () => ({ kind: 'bytes', bytes: Uint8Array.of(7) }),
    });
    const id = await world.add('a fox');
    await world.jobIn(id, 'failed');
    makeRoom();
    await world.queue.retry([id]);
    expect((await world.jobIn(id, 'done')).pictureIds).toHaveLength(1);
    expect(world.api.sent).toHaveLength(1);
  });

  it('that had been fetched from an address are not fetched again', async () => {
    let full = true;
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply(ADDRESS)),
      onFetch: () => ({ kind: 'bytes', bytes: Uint8Array.of(7) }),
      wrapStore: (jobs): JobStore => ({
        ...jobs,
        keep: (id, event, pictures) =>
          full && pictures.length > 0
            ? Promise.reject(makeFailure('storageFull'))
            : jobs.keep(id, event, pictures),
      }),
    });
    const id = await world.add('a fox');
    await world.jobIn(id, 'failed');
    expect(await bytesOf(world, id)).toEqual([[7]]);
    full = false;
    await world.queue.retry([id]);
    await world.jobIn(id, 'done');
    expect(world.api.fetched).toHaveLength(1);
  });
});

describe('storage that fails for a moment', () => {
  it('when the bytes come is tried again at the end of the reply', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1])),
      wrapStore: (jobs): JobStore => ({
        ...jobs,
        arrive: () => Promise.reject(makeFailure('storageUnavailable')),
      }),
    });
    const job = await world.jobIn(await world.add('a fox'), 'done');
    expect((await world.jobs.original(job.pictureIds[0] ?? ''))?.size).toBe(1);
    expect(world.faults).toMatchObject([{ failure: { kind: 'storageUnavailable' } }]);
  });
});
