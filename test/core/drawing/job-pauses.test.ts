import { describe, expect, it } from 'vitest';
import { AUTOMATIC_RETRIES } from '@/utils/core/failure/retry-policy';
import { estimateJob } from '@/utils/core/money/cost';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeFailure, makeReply, type SentRequest } from '../../fakes/image-api';
import { createQueueWorld, type QueueWorld } from '../../fakes/queue-world';
import { CREATED_AT } from '../../fixtures/jobs';

const MINUTE = 60_000;

function request({ api, bell }: QueueWorld, place: number): Promise<SentRequest> {
  return bell.until(() => api.sent[place]);
}

const limited = (retryAfterSeconds?: number) =>
  makeFailure('rateLimited', { status: 429, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });

/** The row once it waits for the end of a pause. */
function paused(world: QueueWorld, id: string) {
  return world.bell.until(async () => {
    const job = await world.jobs.get(id);
    return job?.waitingFor === 'pause' ? job : undefined;
  });
}

describe('a server that wants to be left alone', () => {
  it('is asked again by itself when the time it named is over, and not before', async () => {
    const world = createQueueWorld();
    const id = await world.add('a fox');
    (await request(world, 0)).refuse(limited(30));
    const waiting = await paused(world, id);
    expect(waiting).toMatchObject({ state: 'queued', automaticRetries: 1 });
    expect(waiting.waitingUntil).toBeGreaterThanOrEqual(CREATED_AT + 30_000);
    await world.queue.pump();
    expect(world.api.sent).toHaveLength(1);
    await world.bell.until(() => (world.watched.at(-1) === false ? true : undefined));
    world.pass(31_000);
    (await request(world, 1)).answer(makeReply([1]));
    expect(await world.jobIn(id, 'done')).not.toHaveProperty('failure');
  });

  it('is left alone by all jobs for it, which do not fail over it', async () => {
    const world = createQueueWorld();
    const first = await world.add('one');
    (await request(world, 0)).refuse(limited(30));
    await paused(world, first);
    const second = await world.add('two');
    expect(await paused(world, second)).toMatchObject({ state: 'queued' });
    expect(world.api.sent).toHaveLength(1);
  });

  it('is no longer what jobs wait for whose turn comes later', async () => {
    const world = createQueueWorld();
    const { providerId } = DEFAULT_SETTINGS;
    await world.knowledge.learn(providerId, { type: 'pause', until: CREATED_AT + 30_000 });
    const ids = [await world.add('one'), await world.add('two'), await world.add('three')];
    await paused(world, ids[2] ?? '');
    world.pass(31_000);
    await world.queue.pump();
    await request(world, 1);
    expect(await world.jobs.get(ids[2] ?? '')).not.toHaveProperty('waitingFor');
  });

  it('does not keep jobs for another server waiting', async () => {
    const other = createProvider('other', { baseUrl: 'https://other.example/v1' });
    const world = createQueueWorld({ settings: { providers: [...DEFAULT_SETTINGS.providers, other] } });
    await world.knowledge.learn(DEFAULT_SETTINGS.providerId, { type: 'pause', until: CREATED_AT + MINUTE });
    await world.add('one');
    await world.add('two', { providerId: 'other' });
    expect((await request(world, 0)).request.prompt).toBe('two');
  });

  it('fails the job in the end, with the reason', async () => {
    const world = createQueueWorld({ onRequest: ({ refuse }) => refuse(limited(1)) });
    const id = await world.add('a fox');
    for (let retry = 1; retry <= AUTOMATIC_RETRIES; retry += 1) {
      await world.bell.until(() => world.api.sent[retry - 1]);
      await paused(world, id);
      await world.queue.pump();
      world.pass(MINUTE);
      await world.queue.pump();
    }
    const job = await world.jobIn(id, 'failed');
    expect(job).toMatchObject({ failure: { kind: 'rateLimited' }, attempts: AUTOMATIC_RETRIES + 1 });
    expect(world.api.sent).toHaveLength(AUTOMATIC_RETRIES + 1);
  });

  it('that takes one image a minute draws all ten jobs, however often one is refused', async () => {
    let left = 1;
    const world = createQueueWorld({
      settings: {
        providers: DEFAULT_SETTINGS.providers.map((provider) => ({ ...provider, concurrency: 10 })),
      },
      onRequest({ answer, refuse }) {
        left -= 1;
        return left >= 0 ? answer(makeReply([1])) : refuse(limited(51.84));
      },
    });
    const ids = [];
    for (let place = 0; place < 10; place += 1) ids.push(await world.add(`job ${place}`));
    const settled = () =>
      world.bell.until(async () => {
        const running = await world.jobs.listByState('running');
        const queued = await world.jobs.listByState('queued');
        const atRest = queued.every(({ waitingFor }) => waitingFor === 'pause');
        return running.length === 0 && atRest ? { waiting: queued.length } : undefined;
      });
    for (let minute = 1; minute <= 15 && (await settled()).waiting > 0; minute += 1) {
      left = 1;
      world.pass(MINUTE);
      await world.queue.pump();
    }
    for (const id of ids) expect(await world.jobIn(id, 'done')).not.toHaveProperty('failure');
    expect(world.api.sent.length).toBeLessThanOrEqual(10 * 10);
  });

  it('that wants a very long time is left to the person', async () => {
    const world = createQueueWorld({ onRequest: ({ refuse }) => refuse(limited(3600)) });
    const job = await world.jobIn(await world.add('a fox'), 'failed');
    expect(job.failure).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 3600 });
  });
});

it.each([
  ['a request that may have been carried out', makeFailure('serverError', { status: 500 })],
  ['a gateway that gave up', makeFailure('gatewayTimeout', { status: 524 })],
  ['an empty account', makeFailure('quotaExhausted', { status: 429 })],
  ['a line that broke', makeFailure('network')],
])('never repeats %s by itself', async (_, refusal) => {
  const world = createQueueWorld({ onRequest: ({ refuse }) => refuse(refusal) });
  await world.jobIn(await world.add('a fox'), 'failed');
  world.pass(60 * MINUTE);
  await world.queue.pump();
  expect(world.api.sent).toHaveLength(1);
});

it('repeats a request that an overloaded server did not take', async () => {
  const world = createQueueWorld();
  const id = await world.add('a fox');
  (await request(world, 0)).refuse(makeFailure('serverError', { status: 503 }));
  await paused(world, id);
  await world.queue.pump();
  world.pass(MINUTE);
  (await request(world, 1)).answer(makeReply([1]));
  expect(await world.jobIn(id, 'done')).toMatchObject({ attempts: 2 });
});

describe('the monthly limit', () => {
  /** A quality that the list prices at about 0.17 dollars. */
  const parameters = { model: 'gpt-image-1', quality: 'high', size: '1024x1024' };

  function approval(world: QueueWorld, id: string) {
    return world.bell.until(async () =>
      (await world.jobs.get(id))?.waitingFor === 'approval' ? true : undefined,
    );
  }

  it('asks before a job that would exceed it, and draws after a click', async () => {
    const world = createQueueWorld({ settings: { monthlyLimit: 0.1 } });
    const id = await world.add('a fox', { parameters });
    await approval(world, id);
    expect(world.api.sent).toHaveLength(0);
    await world.queue.approve(id);
    (await request(world, 0)).answer(makeReply([1]));
    await world.jobIn(id, 'done');
  });

  it('counts what is under way', async () => {
    const world = createQueueWorld({ settings: { monthlyLimit: 0.3 } });
    const first = await world.add('one', { parameters });
    await request(world, 0);
    const second = await world.add('two', { parameters });
    await approval(world, second);
    expect(await world.jobs.get(first)).toMatchObject({ state: 'running', estimate: { basis: 'list' } });
  });

  it('says of a job that waits what the prompt box says: the same estimate, and why', async () => {
    const world = createQueueWorld({ settings: { monthlyLimit: 0.1 } });
    const id = await world.add('a fox', { parameters: { model: 'gpt-image-1' } });
    await approval(world, id);
    const provider = DEFAULT_SETTINGS.providers[0] ?? createProvider('none');
    const estimate = estimateJob('a fox', { model: 'gpt-image-1' }, { ...provider, refused: [], prices: [] });
    expect(estimate).toMatchObject({ atMost: true });
    expect(await world.jobs.get(id)).toMatchObject({ approvalReason: 'limit', estimate });
  });

  it('asks for a job whose price is unknown, and draws it after a click', async () => {
    const world = createQueueWorld({ settings: { monthlyLimit: 100 } });
    const id = await world.add('a fox', { parameters: { model: 'flux' } });
    await approval(world, id);
    expect(await world.jobs.get(id)).toMatchObject({ approvalReason: 'priceUnknown' });
    await world.queue.approve(id);
    expect(await world.jobs.get(id)).not.toHaveProperty('approvalReason');
    (await request(world, 0)).answer(makeReply([1]));
    await world.jobIn(id, 'done');
  });

  it('asks for the next job while one of unknown price is under way, and after it', async () => {
    const world = createQueueWorld({ settings: { monthlyLimit: 100 } });
    const first = await world.add('a fox', { parameters: { model: 'flux' } });
    await approval(world, first);
    await world.queue.approve(first);
    const sent = await request(world, 0);
    const second = await world.add('a hen', { parameters });
    await approval(world, second);
    expect(await world.jobs.get(second)).toMatchObject({ approvalReason: 'monthUnknown' });
    sent.answer(makeReply([1]));
    await world.jobIn(first, 'done');
    await world.queue.pump();
    await approval(world, second);
    expect(world.api.sent).toHaveLength(1);
  });

  it('does not ask for a model that is free by the list of its server', async () => {
    const world = createQueueWorld({
      settings: { monthlyLimit: 0.1 },
      onRequest: ({ answer }) => answer(makeReply([1])),
    });
    const prices = [{ model: 'flux', perPicture: 0 }];
    await world.knowledge.learn(DEFAULT_SETTINGS.providerId, { type: 'prices', prices });
    const id = await world.add('a fox', { parameters: { model: 'flux' } });
    expect(await world.jobIn(id, 'done')).toMatchObject({ cost: { amount: 0, unknownReplies: 0 } });
  });

  it('counts what was spent, and lets go on when it is raised', async () => {
    const world = createQueueWorld({
      settings: { monthlyLimit: 0.3 },
      onRequest: ({ answer }) => answer({ ...makeReply([1]), reportedCost: 0.25 }),
    });
    await world.jobIn(await world.add('one', { parameters }), 'done');
    const second = await world.add('two', { parameters });
    await approval(world, second);
    world.set({ monthlyLimit: 5 });
    await world.queue.pump();
    expect(await world.jobIn(second, 'done')).toMatchObject({ cost: { amount: 0.25, unknownReplies: 0 } });
  });
});

it('fails a job whose server was removed, and says so', async () => {
  const world = createQueueWorld();
  const job = await world.jobIn(await world.add('a fox', { providerId: 'gone' }), 'failed');
  expect(job.failure).toEqual({ kind: 'serverRemoved' });
});
