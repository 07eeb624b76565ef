import { describe, expect, it } from 'vitest';
import type { JobStore } from '@/utils/core/ports';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeFailure, makeReply } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld } from '../../fakes/queue-world';

/** A world whose storage takes rows, and no pictures until there is room. */
function createFullWorld() {
  let full = true;
  const refuse = (): Promise<never> => Promise.reject(makeFailure('storageFull'));
  const world = createQueueWorld({
    onRequest: ({ answer }) => answer(makeReply([1])),
    wrapStore: (jobs): JobStore => ({
      ...jobs,
      arrive: (...call) => (full ? refuse() : jobs.arrive(...call)),
      keep: (...call) => (full ? refuse() : jobs.keep(...call)),
    }),
  });
  return { world, makeRoom: () => void (full = false) };
}

const waits = ({ bell, jobs }: QueueWorld, id: string): Promise<true> =>
  bell.until(async () => ((await jobs.get(id))?.waitingFor === 'storage' ? true : undefined));

describe('while pictures are in memory only', () => {
  it('queued jobs wait, and go on when they are saved', async () => {
    const { world, makeRoom } = createFullWorld();
    const first = await world.add('one');
    await world.jobIn(first, 'failed');
    const second = await world.add('two');
    await waits(world, second);
    expect(world.api.sent).toHaveLength(1);
    makeRoom();
    await world.queue.retry([first]);
    await world.jobIn(second, 'done');
    expect(world.api.sent).toHaveLength(2);
  });

  it('queued jobs go on when they are discarded', async () => {
    const { world, makeRoom } = createFullWorld();
    const first = await world.add('one');
    await world.jobIn(first, 'failed');
    const second = await world.add('two');
    await waits(world, second);
    makeRoom();
    world.unsaved.discard(first);
    expect((await world.jobIn(second, 'done')).pictureIds).toHaveLength(1);
  });

  it('the requests of a running job that have not left are not sent, and it waits with the others', async () => {
    const { world, makeRoom } = createFullWorld();
    const provider = createProvider(DEFAULT_SETTINGS.providerId, { concurrency: 1 });
    world.set({ providers: [provider] });
    const id = await world.add('one', { parameters: { model: 'dall-e-3', n: 3 } });
    const failed = await world.jobIn(id, 'failed');
    expect(failed.failure).toMatchObject({ kind: 'storageFull' });
    expect(world.api.sent).toHaveLength(1);
    makeRoom();
    await world.queue.retry([id]);
    const job = await world.jobIn(id, 'done');
    expect(job.pictureIds).toHaveLength(1);
    expect(world.api.sent, 'the others are asked for by a click').toHaveLength(1);
  });

  it('the background is woken, as a new one has nothing in memory and may go on', async () => {
    const { world } = createFullWorld();
    await world.jobIn(await world.add('one'), 'failed');
    const second = await world.add('two');
    await waits(world, second);
    await world.queue.pump();
    expect(world.alarm().running).toBe(true);
    const next = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([2])) });
    await next.queue.pump();
    await next.jobIn(second, 'done');
  });
});
