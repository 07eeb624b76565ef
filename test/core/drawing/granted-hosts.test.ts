import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { makeReply } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld } from '../../fakes/queue-world';

const FIRST = 'https://first.example/1.png';
const SECOND = 'https://second.example/2.png';

/** A job that waits for permission to read these addresses, and hosts that can be granted. */
async function blockedJob(...addresses: readonly string[]) {
  const granted = new Set<string>();
  const world = createQueueWorld({
    onRequest: ({ answer }) => answer(makeReply(...addresses)),
    onFetch: (address) =>
      granted.has(address) ? { kind: 'bytes', bytes: Uint8Array.of(7, 8, 9) } : { kind: 'blocked' },
  });
  const id = await world.add('a fox');
  await world.jobIn(id, 'needs-permission');
  await world.bell.until(() => world.stopped.includes(id) || undefined);
  const before = world.api.fetched.length;
  return {
    ...world,
    id,
    /** Addresses that were fetched since the job was blocked. */
    fetched: () => world.api.fetched.slice(before),
    async grant(pattern: string, ...readable: readonly string[]) {
      for (const address of readable) granted.add(address);
      await world.queue.resumeAllowed([pattern]);
      await settled(world, id);
    },
  };
}

/** The job, once nothing of it is under way. */
function settled({ bell, jobs, liveness }: QueueWorld, id: string): Promise<Job> {
  return bell.until(async () => {
    const job = await jobs.get(id);
    return job && job.state !== 'running' && !(await liveness.isHeld(id)) ? job : undefined;
  });
}

describe('a grant', () => {
  it('of another host sends nothing for a job and leaves its row as it is', async () => {
    const world = await blockedJob(FIRST);
    const before = await world.jobs.get(world.id);
    await world.grant('https://other.example/*', FIRST);
    expect(world.fetched()).toEqual([]);
    expect(await world.jobs.get(world.id)).toEqual(before);
    expect(world.stopped).toEqual([world.id]);
  });

  it('of one of two hosts fetches the pictures on this one only', async () => {
    const world = await blockedJob(FIRST, SECOND);
    await world.grant('https://first.example/*', FIRST);
    expect(world.fetched()).toEqual([FIRST]);
    const job = await world.jobs.get(world.id);
    expect(job).toMatchObject({ state: 'needs-permission', pendingPictures: [{ address: SECOND }] });
    expect(job?.pictureIds).toHaveLength(1);
    await world.grant('https://*.example/*', SECOND);
    expect(world.fetched()).toEqual([FIRST, SECOND]);
    expect((await world.jobs.get(world.id))?.state).toBe('done');
    expect(world.api.sent).toHaveLength(1);
  });
});

describe('a job that is still blocked after a grant', () => {
  it('is no news where a person has seen that it is blocked', async () => {
    const world = await blockedJob(FIRST, SECOND);
    await world.jobs.apply(world.id, { type: 'see' });
    await world.grant('https://first.example/*', FIRST);
    expect(await world.jobs.get(world.id)).toMatchObject({ state: 'needs-permission' });
    expect(await world.jobs.get(world.id)).not.toHaveProperty('unseen');
    expect(world.stopped).toEqual([world.id]);
  });

  it('stays unseen where nobody has seen it, and is not announced twice', async () => {
    const world = await blockedJob(FIRST, SECOND);
    await world.grant('https://first.example/*', FIRST);
    expect(await world.jobs.get(world.id)).toMatchObject({ state: 'needs-permission', unseen: 1 });
    expect(world.stopped).toEqual([world.id]);
  });

  it('is news once its pictures are here', async () => {
    const world = await blockedJob(FIRST);
    await world.jobs.apply(world.id, { type: 'see' });
    await world.grant('https://first.example/*', FIRST);
    await world.bell.until(() => world.stopped.length === 2 || undefined);
    expect((await world.jobs.get(world.id))?.state).toBe('done');
  });
});
