import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/core/job/job';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeFailure, makePictures, makeReply, type SentRequest } from '../../fakes/image-api';
import { createQueueWorld, INSPECTED, type QueueWorld } from '../../fakes/queue-world';

const PROVIDER_ID = DEFAULT_SETTINGS.providerId;

/** The request that left as the so-manieth, as soon as it has. */
function request({ api, bell }: QueueWorld, place: number): Promise<SentRequest> {
  return bell.until(() => api.sent[place]);
}

const add = (world: QueueWorld, n: number, model = 'dall-e-3'): Promise<string> =>
  world.add('a fox', { parameters: { model, n } });

async function indexesOf(
  { open }: QueueWorld,
  { pictureIds }: Job,
): Promise<readonly (number | undefined)[]> {
  const rows = await Promise.all(pictureIds.map(async (id) => (await open()).get('pictures', id)));
  return rows.map((row) => row?.index).toSorted((one = 0, other = 0) => one - other);
}

describe('several pictures of a model that draws one at a time', () => {
  it('are asked for one by one under one job, no more at once than the server takes', async () => {
    const world = createQueueWorld();
    const id = await add(world, 3);
    (await request(world, 0)).answer(makeReply([1]));
    await request(world, 2);
    expect(world.api.sent.map((sent) => sent.request.n)).toEqual([undefined, undefined, undefined]);
    expect(await world.jobs.get(id)).toMatchObject({ state: 'running' });
    (await request(world, 1)).answer(makeReply([2]));
    (await request(world, 2)).answer(makeReply([3]));
    const job = await world.jobIn(id, 'done');
    expect(job.pictureIds).toHaveLength(3);
    expect(await indexesOf(world, job)).toEqual([0, 1, 2]);
  });

  it('leave no room for the next job until they are through', async () => {
    const world = createQueueWorld();
    await add(world, 3);
    const second = await world.add('a hare');
    await request(world, 1);
    await world.queue.pump();
    expect(await world.jobs.get(second)).toMatchObject({ state: 'queued' });
    expect(world.api.sent).toHaveLength(2);
  });

  it('keep those that came when one fails, and Retry asks only for the rest', async () => {
    const world = createQueueWorld();
    const id = await add(world, 2);
    (await request(world, 0)).answer(makeReply([1]));
    (await request(world, 1)).refuse(makeFailure('contentBlocked'));
    const job = await world.jobIn(id, 'done');
    expect(job).toMatchObject({ failure: { kind: 'contentBlocked' }, pictureIds: [expect.any(String)] });

    await world.queue.retry([id]);
    (await request(world, 2)).answer(makeReply([2]));
    const whole = await world.jobIn(id, 'done');
    expect(whole.pictureIds).toHaveLength(2);
    expect(whole).not.toHaveProperty('failure');
    expect(world.api.sent).toHaveLength(3);
  });

  it('keep those that came when the person cancels', async () => {
    const world = createQueueWorld();
    const id = await add(world, 3);
    (await request(world, 0)).answer(makeReply([1]));
    await world.bell.until(async () => (await world.jobs.get(id))?.pictureIds[0]);
    await world.queue.cancel(id);
    expect((await world.jobIn(id, 'cancelled')).pictureIds).toHaveLength(1);
  });

  it('are asked for one by one at a server set up so', async () => {
    const world = createQueueWorld({
      settings: {
        providers: [createProvider(PROVIDER_ID, { onePicturePerRequest: true, concurrency: 5 })],
      },
    });
    await add(world, 4, 'gpt-image-1');
    await request(world, 3);
    expect(world.api.sent).toHaveLength(4);
  });

  it('are asked for one by one after the server was seen to draw only one', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
    const first = await world.jobIn(await add(world, 3, 'flux'), 'done');
    expect(first.pictureIds).toHaveLength(1);
    expect(world.api.sent).toHaveLength(1);
    const second = await world.jobIn(await add(world, 3, 'flux'), 'done');
    expect(second.pictureIds).toHaveLength(3);
    expect(world.api.sent).toHaveLength(4);
  });
});

describe('a field the server refuses by name', () => {
  const unknown = (parameter: string) =>
    makeFailure('invalidParameter', { status: 400, code: 'unknown_parameter', parameter });

  it('is left out at once, and from then on', async () => {
    const world = createQueueWorld({
      onRequest({ request: body, refuse, answer }) {
        if (body.quality === undefined) answer(makeReply([1]));
        else refuse(unknown('quality'));
      },
    });
    const parameters = { model: 'flux', quality: 'high' };
    const first = await world.jobIn(await world.add('a fox', { parameters }), 'done');
    expect(first.attempts).toBe(2);
    expect(first.request).toEqual({ model: 'flux', prompt: 'a fox' });
    await world.jobIn(await world.add('a hare', { parameters }), 'done');
    expect(world.api.sent).toHaveLength(3);
  });

  it('is asked for again of another model', async () => {
    const world = createQueueWorld();
    await world.knowledge.learn(PROVIDER_ID, { type: 'refuses', model: 'flux', field: 'size' });
    await world.add('a fox', { parameters: { model: 'other', size: '1024x1024' } });
    expect((await request(world, 0)).request.size).toBe('1024x1024');
  });

  it('that is the number of pictures makes them come one by one', async () => {
    const world = createQueueWorld({
      onRequest({ request: body, refuse, answer }) {
        if (body.n === undefined) answer(makeReply([1]));
        else refuse(unknown('n'));
      },
    });
    const job = await world.jobIn(await add(world, 2, 'flux'), 'done');
    expect(job.pictureIds).toHaveLength(2);
    expect(world.api.sent).toHaveLength(3);
  });

  it.each([
    [
      'a value that is refused',
      makeFailure('invalidParameter', { code: 'invalid_value', parameter: 'size' }),
    ],
    ['the prompt', unknown('prompt')],
    ['a field that was not sent', unknown('style')],
  ])('is not %s', async (_, refusal) => {
    const world = createQueueWorld({ onRequest: ({ refuse }) => refuse(refusal) });
    await world.jobIn(await world.add('a fox', { parameters: { model: 'flux', size: '8K' } }), 'failed');
    expect(world.api.sent).toHaveLength(1);
  });
});

describe('a stream', () => {
  const preview = { kind: 'preview', preview: { bytes: Uint8Array.of(9) } } as const;

  it('shows its previews while it runs, and keeps each picture as it is finished', async () => {
    const world = createQueueWorld();
    const id = await add(world, 2, 'gpt-image-1');
    const { emit, end } = await request(world, 0);
    emit(preview);
    await world.bell.until(() => world.previews[0]);
    emit({ kind: 'pictures', pictures: makePictures([1]) });
    await world.bell.until(async () => (await world.jobs.get(id))?.arrivedPictures?.[0]);
    emit({ kind: 'pictures', pictures: makePictures([2]) });
    emit({ kind: 'summary', summary: { actual: {}, usage: { totalTokens: 3 } } });
    end();
    const job = await world.jobIn(id, 'done');
    expect(job).toMatchObject({ reply: { usage: { totalTokens: 3 } }, attempts: 1 });
    expect(await indexesOf(world, job)).toEqual([0, 1]);
  });

  it('that breaks off before any picture is booked all the same, as the server had begun', async () => {
    const world = createQueueWorld();
    const id = await add(world, 1, 'gpt-image-1');
    const { emit, refuse } = await request(world, 0);
    emit(preview);
    await world.bell.until(() => world.previews[0]);
    refuse(makeFailure('incompleteStream'));
    expect(await world.jobIn(id, 'failed')).toMatchObject({ cost: { amount: 0, unknownReplies: 1 } });
  });

  it('that breaks off keeps the pictures that were finished', async () => {
    const world = createQueueWorld();
    const id = await add(world, 2, 'gpt-image-1');
    const { emit, refuse } = await request(world, 0);
    emit({ kind: 'pictures', pictures: makePictures([1]) });
    await world.bell.until(async () => (await world.jobs.get(id))?.arrivedPictures?.[0]);
    refuse(makeFailure('incompleteStream'));
    const job = await world.jobIn(id, 'done');
    expect(job).toMatchObject({ failure: { kind: 'incompleteStream' }, cost: { unknownReplies: 1 } });
    expect(job.pictureIds).toHaveLength(1);
  });
});

describe('a background that died over a reply', () => {
  it('keeps the pictures whose bytes had arrived, without asking again', async () => {
    const world = createQueueWorld();
    const id = await world.add('a fox');
    await request(world, 0);
    const arrived = { id: 'left', index: 0 };
    await world.jobs.arrive(id, { type: 'arrive', arrived: [arrived], pending: [] }, [
      { id: 'left', bytes: new Blob([Uint8Array.of(1)]) },
    ]);
    const next = createQueueWorld();
    const job = await next.jobs.get(id);
    if (!job) throw new Error('The row is gone');
    await next.queue.recover(job);
    expect(await next.jobs.get(id)).toMatchObject({
      state: 'done',
      pictureIds: ['left'],
      cost: { unknownReplies: 1 },
    });
    expect(next.api.sent).toHaveLength(0);
  });

  it('marks a job as interrupted of which nothing had come', async () => {
    const world = createQueueWorld();
    const id = await world.add('a fox');
    await request(world, 0);
    const next = createQueueWorld();
    const job = await next.jobs.get(id);
    if (!job) throw new Error('The row is gone');
    await next.queue.recover(job);
    expect(await next.jobs.get(id)).toMatchObject({ state: 'interrupted', pictureIds: [] });
  });
});

it('lets nothing of a reply get lost that mixes bytes that are no picture with addresses', async () => {
  const world = createQueueWorld({
    onRequest: ({ answer }) => answer(makeReply([0], 'https://images.example/1.png')),
    inspect: ([first]) =>
      first === 0 ? Promise.reject(makeFailure('unsupportedPicture')) : Promise.resolve(INSPECTED),
  });
  const job = await world.jobIn(await add(world, 2, 'gpt-image-1'), 'done');
  expect(job.pictureIds).toHaveLength(1);
  expect(job).toMatchObject({ failure: { kind: 'unsupportedPicture' } });
});
