import { describe, expect, it } from 'vitest';
import type { FetchedPicture } from '@/utils/core/ports';
import { makeFailure, makeReply } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld, type QueueWorldOptions } from '../../fakes/queue-world';
import { makeJobIn, makePending } from '../../fixtures/jobs';

const FIRST = 'https://images.example/1.png?sig=a%2Bb';
const SECOND = 'https://images.example/2.png';

const BLOCKED: FetchedPicture = { kind: 'blocked' };
const BYTES: FetchedPicture = { kind: 'bytes', bytes: Uint8Array.of(7, 8, 9) };

/** A world whose server answers with these addresses. */
function createAddressWorld(addresses: readonly string[], options: QueueWorldOptions = {}): QueueWorld {
  return createQueueWorld({ onRequest: ({ answer }) => answer(makeReply(...addresses)), ...options });
}

async function keptBytes({ open }: QueueWorld, pictureId: string | undefined): Promise<readonly number[]> {
  const original = await (await open()).get('originals', pictureId ?? '');
  return [...new Uint8Array((await original?.arrayBuffer()) ?? [])];
}

describe('pictures at addresses', () => {
  it('are fetched and kept', async () => {
    const world = createAddressWorld([FIRST, SECOND], { onFetch: () => BYTES });
    const job = await world.jobIn(await world.add('a fox'), 'done');
    expect(job.pictureIds).toHaveLength(2);
    expect(job).not.toHaveProperty('pendingPictures');
    expect(world.api.fetched).toEqual([FIRST, SECOND]);
    expect(await keptBytes(world, job.pictureIds[1])).toEqual([7, 8, 9]);
  });

  it('are written down before they are fetched', async () => {
    let rowAtFetch: unknown;
    const world = createAddressWorld([FIRST], {
      async onFetch() {
        rowAtFetch = await world.jobs.get('id-0001');
        return BYTES;
      },
    });
    await world.jobIn(await world.add('a fox'), 'done');
    expect(rowAtFetch).toMatchObject({
      state: 'running',
      reply: { actual: {} },
      pendingPictures: [{ index: 0, address: FIRST }],
    });
  });

  it('keep their place beside pictures that came as bytes', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply(FIRST, [1])) });
    const { pictureIds } = await world.jobIn(await world.add('a fox'), 'done');
    const database = await world.open();
    const pictures = await Promise.all(pictureIds.map((id) => database.get('pictures', id)));
    expect(new Set(pictures.map((picture) => picture?.index))).toEqual(new Set([0, 1]));
  });

  it('keep the revised prompt on the way', async () => {
    const [picture] = makeReply(FIRST).pictures;
    const world = createQueueWorld({
      onRequest({ answer }) {
        if (picture) answer({ pictures: [{ ...picture, revisedPrompt: 'a red fox' }], actual: {} });
      },
    });
    const { pictureIds } = await world.jobIn(await world.add('a fox'), 'done');
    const kept = await (await world.open()).get('pictures', pictureIds[0] ?? '');
    expect(kept?.revisedPrompt).toBe('a red fox');
  });

  it('that cannot be fetched fail the job with the reason', async () => {
    const world = createAddressWorld([FIRST], {
      onFetch: () => Promise.reject(makeFailure('pictureUnreachable')),
    });
    const job = await world.jobIn(await world.add('a fox'), 'failed');
    expect(job).toMatchObject({ failure: { kind: 'pictureUnreachable' }, attempts: 1 });
  });

  it('do not take those with them that were fetched before', async () => {
    const world = createAddressWorld([FIRST, SECOND], {
      onFetch: (address) => (address === FIRST ? BYTES : Promise.reject(makeFailure('pictureUnreachable'))),
    });
    const id = await world.add('a fox');
    const ended = await world.bell.until(async () => {
      const job = await world.jobs.get(id);
      return job?.state === 'running' || job?.state === 'queued' ? undefined : job;
    });
    expect(ended.pictureIds).toHaveLength(1);
  });

  it('are no longer waited for when the person cancels', async () => {
    const world = createAddressWorld([FIRST], {
      onFetch: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          world.bell.ring();
        }),
    });
    const id = await world.add('a fox');
    await world.bell.until(() => world.api.fetched[0]);
    await world.queue.cancel(id);
    expect(await world.jobIn(id, 'cancelled')).not.toHaveProperty('failure');
  });
});

describe('pictures on a host that may not be read', () => {
  it('wait for permission and are saved with one more click, without another generation', async () => {
    let allowed = false;
    const world = createAddressWorld([FIRST], { onFetch: () => (allowed ? BYTES : BLOCKED) });
    const id = await world.add('a fox');
    const waiting = await world.jobIn(id, 'needs-permission');
    expect(waiting.pendingPictures).toEqual([{ index: 0, address: FIRST }]);
    expect(waiting.pictureIds).toEqual([]);

    allowed = true;
    world.queue.resume(id);
    const done = await world.jobIn(id, 'done');
    expect(await keptBytes(world, done.pictureIds[0])).toEqual([7, 8, 9]);
    expect(world.api.sent).toHaveLength(1);
  });

  it('are saved when the permission came, even if the page that asked is gone', async () => {
    let allowed = false;
    const world = createAddressWorld([FIRST], { onFetch: () => (allowed ? BYTES : BLOCKED) });
    const id = await world.add('a fox');
    await world.jobIn(id, 'needs-permission');
    allowed = true;
    await world.queue.resumeAllowed(['https://images.example/*']);
    expect((await world.jobIn(id, 'done')).pictureIds).toHaveLength(1);
    expect(world.api.sent).toHaveLength(1);
  });

  it('go on waiting when the click did not help', async () => {
    const world = createAddressWorld([FIRST], { onFetch: () => BLOCKED });
    const id = await world.add('a fox');
    const waiting = await world.jobIn(id, 'needs-permission');
    world.queue.resume(id);
    await world.bell.until(() => (world.api.fetched.length === 2 ? true : undefined));
    expect(await world.jobIn(id, 'needs-permission')).toEqual(waiting);
  });

  it('wait alone: those that could be read are kept at once', async () => {
    const world = createAddressWorld([FIRST, SECOND], {
      onFetch: (address) => (address === FIRST ? BYTES : BLOCKED),
    });
    const waiting = await world.jobIn(await world.add('a fox'), 'needs-permission');
    expect(waiting.pendingPictures).toEqual([{ index: 1, address: SECOND }]);
    expect(await keptBytes(world, waiting.pictureIds[0])).toEqual([7, 8, 9]);
  });

  it('are fetched again after a background that died over them, and not drawn again', async () => {
    const world = createQueueWorld({ onFetch: () => BYTES });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left' }));
    world.queue.resume('left');
    const done = await world.jobIn('left', 'done');
    expect(done.pictureIds).toHaveLength(2);
    expect(world.api.fetched).toEqual([makePending().address]);
    expect(world.api.sent).toHaveLength(0);
  });

  it('are fetched once however often the person clicks', async () => {
    const world = createQueueWorld({ onFetch: () => BYTES });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left' }));
    world.queue.resume('left');
    world.queue.resume('left');
    await world.jobIn('left', 'done');
    expect(world.api.fetched).toHaveLength(1);
  });

  it('are no longer fetched when the person cancels, however often they clicked before', async () => {
    const signals: AbortSignal[] = [];
    const world = createQueueWorld({
      onFetch: (_, signal) =>
        new Promise((_resolve, reject) => {
          signals.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
          world.bell.ring();
        }),
    });
    await world.jobs.add(makeJobIn('needs-permission', { id: 'left' }));
    world.queue.resume('left');
    world.queue.resume('left');
    await world.bell.until(() => signals[0]);
    await world.queue.cancel('left');
    await world.jobIn('left', 'cancelled');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('are nothing to a job in another state', async () => {
    const world = createQueueWorld();
    const done = makeJobIn('done', { id: 'left' });
    await world.jobs.add(done);
    world.queue.resume('left');
    await world.bell.until(() => world.watched[0] !== undefined || undefined);
    expect(await world.jobs.get('left')).toEqual(done);
    expect(world.api.fetched).toHaveLength(0);
  });
});
