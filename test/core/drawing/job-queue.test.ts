import { describe, expect, it } from 'vitest';
import { makeFailure, makeReply, type SentRequest } from '../../fakes/image-api';
import { createQueueWorld, INSPECTED, READY, type QueueWorld } from '../../fakes/queue-world';
import { EVENTS, makeJobIn, makePassage } from '../../fixtures/jobs';

/** The request with these words, as soon as it has left. */
function requestFor({ api, bell }: QueueWorld, prompt: string): Promise<SentRequest> {
  return bell.until(() => api.sent.find(({ request }) => request.prompt === prompt));
}

const promptsSent = ({ api }: QueueWorld): readonly string[] => api.sent.map(({ request }) => request.prompt);

describe('adding', () => {
  it('answers when the row is written, before anything is sent', async () => {
    const world = createQueueWorld();
    const passage = makePassage();
    const id = await world.add('a fox', { passage });
    expect(world.api.sent).toHaveLength(0);
    expect(await world.jobs.get(id)).toMatchObject({
      id,
      prompt: 'a fox',
      parameters: { model: 'gpt-image-1' },
      passage,
      attempts: 0,
      pictureIds: [],
    });
  });

  it('writes that the request leaves before it leaves', async () => {
    let rowAtRequest: unknown;
    const world = createQueueWorld({
      async onRequest({ answer }) {
        rowAtRequest = await world.jobs.get('id-0001');
        answer(makeReply([1]));
      },
    });
    await world.jobIn(await world.add('a fox'), 'done');
    expect(rowAtRequest).toMatchObject({
      state: 'running',
      attempts: 1,
      baseUrl: 'https://api.example/v1',
      request: { model: 'gpt-image-1', prompt: 'a fox' },
    });
  });

  it('refuses when the row cannot be written, and sends nothing', async () => {
    const add = (): Promise<never> => Promise.reject(makeFailure('storageFull'));
    const world = createQueueWorld({ wrapStore: (jobs) => ({ ...jobs, add }) });
    await expect(world.add('a fox')).rejects.toMatchObject({ failure: { kind: 'storageFull' } });
    expect(world.api.sent).toHaveLength(0);
  });

  it('refuses a text that is too long before a row is written', async () => {
    const world = createQueueWorld();
    const refused = { failure: { kind: 'textTooLong', limit: 1_000_000 } };
    await expect(world.add('x'.repeat(1_000_001))).rejects.toMatchObject(refused);
    const passage = makePassage({ quote: 'x'.repeat(1_000_001) });
    await expect(world.add('a fox', { passage })).rejects.toMatchObject(refused);
    expect(await world.jobs.listByState('queued')).toEqual([]);
  });

  it('calls the connected server with its key and keeps the key out of the row', async () => {
    const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
    const job = await world.jobIn(await world.add('a fox'), 'done');
    expect(world.api.sent[0]?.server).toEqual({
      baseUrl: 'https://api.example/v1',
      key: 'sk-secret',
      timeoutMs: 300_000,
    });
    expect(JSON.stringify(job)).not.toContain('sk-secret');
  });
});

describe('order', () => {
  it('sends at most two requests at a time, first come, first served', async () => {
    const world = createQueueWorld();
    const ids = [await world.add('one'), await world.add('two'), await world.add('three')];
    await requestFor(world, 'two');
    await world.queue.pump();
    expect(promptsSent(world)).toEqual(['one', 'two']);
    expect(await world.jobs.get(ids[2] ?? '')).toMatchObject({ state: 'queued' });

    (await requestFor(world, 'one')).answer(makeReply([1]));
    await requestFor(world, 'three');
    expect(await world.jobs.get(ids[0] ?? '')).toMatchObject({ state: 'done' });
  });

  it('goes on with the next job after one that failed', async () => {
    const world = createQueueWorld();
    await world.add('one');
    await world.add('two');
    const last = await world.add('three');
    (await requestFor(world, 'one')).refuse(makeFailure('serverError'));
    (await requestFor(world, 'three')).answer(makeReply([1]));
    expect(await world.jobIn(last, 'done')).toMatchObject({ attempts: 1 });
  });

  it('sends each job once however often it is pumped', async () => {
    const world = createQueueWorld();
    const id = await world.add('a fox');
    await Promise.all([world.queue.pump(), world.queue.pump(), world.queue.pump()]);
    (await requestFor(world, 'a fox')).answer(makeReply([1]));
    await world.jobIn(id, 'done');
    await world.queue.pump();
    expect(world.api.sent).toHaveLength(1);
  });

  it('takes up what an earlier background left in the queue', async () => {
    const world = createQueueWorld();
    await world.jobs.add(makeJobIn('queued', { id: 'left', prompt: 'left behind' }));
    await world.queue.pump();
    (await requestFor(world, 'left behind')).answer(makeReply([1]));
    expect(await world.jobIn('left', 'done')).toMatchObject({ prompt: 'left behind', attempts: 1 });
  });

  it('leaves a job alone that another background still holds', async () => {
    const world = createQueueWorld({ heldElsewhere: ['left'] });
    await world.jobs.add(makeJobIn('queued', { id: 'left' }));
    await world.queue.pump();
    const id = await world.add('a fox');
    (await requestFor(world, 'a fox')).answer(makeReply([1]));
    await world.jobIn(id, 'done');
    expect(promptsSent(world)).toEqual(['a fox']);
    expect(await world.jobs.get('left')).toMatchObject({ state: 'queued' });
  });
});

describe('a reply', () => {
  it('is kept with its pictures in order, its bytes as they came and what the server says of itself', async () => {
    const world = createQueueWorld({
      onRequest({ answer }) {
        const { pictures } = makeReply([1, 2], [3]);
        const [first, second] = pictures;
        if (!first || !second) return;
        answer({
          pictures: [{ ...first, revisedPrompt: 'a red fox' }, second],
          actual: { size: '1024x1536' },
          usage: { totalTokens: 12 },
          requestId: 'req-1',
        });
      },
    });
    const job = await world.jobIn(await world.add('a fox'), 'done');
    expect(job.reply).toEqual({
      actual: { size: '1024x1536' },
      usage: { totalTokens: 12 },
      requestId: 'req-1',
    });
    const database = await world.open();
    const pictures = await Promise.all(job.pictureIds.map((id) => database.get('pictures', id)));
    const { thumbnail, ...found } = INSPECTED;
    const common = { ...found, jobId: job.id, favorite: false };
    expect(pictures).toMatchObject([
      { ...common, index: 0, byteSize: 2, revisedPrompt: 'a red fox' },
      { ...common, index: 1, byteSize: 1 },
    ]);
    expect(pictures[1]).not.toHaveProperty('revisedPrompt');
    const original = await database.get('originals', job.pictureIds[0] ?? '');
    expect([...new Uint8Array((await original?.arrayBuffer()) ?? [])]).toEqual([1, 2]);
    expect(await database.get('thumbnails', job.pictureIds[1] ?? '')).toEqual(thumbnail);
  });

  it.each([
    ['a refusal of the server', makeFailure('contentBlocked'), { kind: 'contentBlocked' }],
    [
      'a fault of our own',
      new TypeError('x is not a function'),
      { kind: 'unexpected', detail: 'x is not a function' },
    ],
  ])('that is %s ends the job with the reason', async (_, fault, failure) => {
    const world = createQueueWorld({ onRequest: ({ refuse }) => refuse(fault) });
    expect(await world.jobIn(await world.add('a fox'), 'failed')).toMatchObject({ failure });
  });

  it('with something that is no picture fails', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1])),
      inspect: () => Promise.reject(makeFailure('unsupportedPicture')),
    });
    const job = await world.jobIn(await world.add('a fox'), 'failed');
    expect(job).toMatchObject({ failure: { kind: 'unsupportedPicture' }, pictureIds: [] });
  });

  it('keeps its good pictures when one of them is no picture', async () => {
    const world = createQueueWorld({
      onRequest: ({ answer }) => answer(makeReply([1], [0])),
      inspect: ([first]) =>
        first === 0 ? Promise.reject(makeFailure('unsupportedPicture')) : Promise.resolve(INSPECTED),
    });
    const id = await world.add('a fox');
    const ended = await world.bell.until(async () => {
      const job = await world.jobs.get(id);
      return job?.finishedAt === undefined ? undefined : job;
    });
    expect(ended.pictureIds).toHaveLength(1);
  });
});

describe('a prompt that cannot be sent', () => {
  it.each([
    ['empty', '', 'gpt-image-1', { kind: 'emptyPrompt' }],
    ['too long', 'x'.repeat(1001), 'dall-e-2', { kind: 'promptTooLong', limit: 1000, actual: 1001 }],
    [
      'of 200,000 characters',
      '漢'.repeat(200_000),
      'gpt-image-2',
      { kind: 'promptTooLong', limit: 32_000, actual: 200_000 },
    ],
  ])('because it is %s fails without a request and keeps its words', async (_, prompt, model, failure) => {
    const world = createQueueWorld();
    const job = await world.jobIn(await world.add(prompt, { parameters: { model } }), 'failed');
    expect(job).toMatchObject({ failure, prompt, attempts: 0 });
    expect(world.api.sent).toHaveLength(0);
  });
});

describe('cancelling', () => {
  it('a queued job sends nothing', async () => {
    const world = createQueueWorld({ connection: { ready: false, waitingFor: 'key' } });
    const id = await world.add('a fox');
    await world.queue.cancel(id);
    await world.jobIn(id, 'cancelled');
    world.connectAs(READY);
    await world.queue.pump();
    expect(world.api.sent).toHaveLength(0);
  });

  it('a job in the moment before its request leaves sends nothing', async () => {
    const { cancel } = EVENTS;
    const world = createQueueWorld({
      wrapStore: (jobs) => ({
        ...jobs,
        async apply(id, event) {
          if (event.type === 'start') await jobs.apply(id, cancel);
          return jobs.apply(id, event);
        },
      }),
    });
    await world.jobIn(await world.add('a fox'), 'cancelled');
    await world.bell.until(() => world.watched.at(-1) === false || undefined);
    expect(world.api.sent).toHaveLength(0);
  });

  it('a running job stops its request', async () => {
    const world = createQueueWorld();
    const id = await world.add('a fox');
    const { signal } = await requestFor(world, 'a fox');
    await world.queue.cancel(id);
    expect(await world.jobIn(id, 'cancelled')).not.toHaveProperty('failure');
    expect(signal.aborted).toBe(true);
  });

  it('makes room for the next job', async () => {
    const world = createQueueWorld();
    const first = await world.add('one');
    await world.add('two');
    await world.add('three');
    await requestFor(world, 'one');
    await world.queue.cancel(first);
    await requestFor(world, 'three');
    expect(promptsSent(world)).toEqual(['one', 'two', 'three']);
  });

  it('leaves a done job as it is', async () => {
    const world = createQueueWorld();
    const done = makeJobIn('done');
    await world.jobs.add(done);
    await world.queue.cancel(done.id);
    expect(await world.jobs.get(done.id)).toEqual(done);
  });
});

describe('retrying', () => {
  it.each(['failed', 'cancelled', 'interrupted'] as const)(
    'a %s job sends its request again',
    async (state) => {
      const world = createQueueWorld({ onRequest: ({ answer }) => answer(makeReply([1])) });
      const ended = makeJobIn(state);
      await world.jobs.add(ended);
      await world.queue.retry([ended.id]);
      expect(await world.jobIn(ended.id, 'done')).toMatchObject({ attempts: 2 });
      expect(world.api.sent).toHaveLength(1);
    },
  );

  it.each(['done', 'needs-permission', 'running'] as const)('a %s job does nothing', async (state) => {
    const world = createQueueWorld();
    const job = makeJobIn(state);
    await world.jobs.add(job);
    await world.queue.retry([job.id]);
    await world.queue.pump();
    expect(await world.jobs.get(job.id)).toEqual(job);
    expect(world.api.sent).toHaveLength(0);
  });
});
