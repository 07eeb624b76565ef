import { describe, expect, it } from 'vitest';
import { JOB_STATES, type Job, type JobState } from '@/utils/core/job/job';
import type { JobEvent } from '@/utils/core/job/job-events';
import { accepts, transition } from '@/utils/core/job/job-transitions';
import { CREATED_AT, EVENTS, makeJob, makeJobIn } from '../../fixtures/jobs';

type EventType = JobEvent['type'];

/** The arrows of the design, written down a second time so that neither can change alone. */
const ARROWS: Readonly<Record<JobState, Partial<Record<EventType, JobState>>>> = {
  queued: {
    wait: 'queued',
    approve: 'queued',
    confirm: 'queued',
    prioritize: 'queued',
    start: 'running',
    fail: 'failed',
    cancel: 'cancelled',
    withdraw: 'cancelled',
  },
  running: {
    amend: 'running',
    arrive: 'running',
    look: 'running',
    drop: 'running',
    keep: 'running',
    finish: 'failed',
    postpone: 'queued',
    requeue: 'queued',
    fail: 'failed',
    cancel: 'cancelled',
    interrupt: 'interrupted',
  },
  'needs-permission': { resume: 'running', cancel: 'cancelled', see: 'needs-permission' },
  failed: { retry: 'queued', resume: 'running', see: 'failed', dismiss: 'failed' },
  cancelled: { retry: 'queued', resume: 'running' },
  interrupted: { retry: 'queued', resume: 'running', see: 'interrupted', dismiss: 'interrupted' },
  done: { see: 'done' },
};

const EVERY_PAIR = JOB_STATES.flatMap((state) =>
  Object.values(EVENTS).map((event) => ({ state, event, type: event.type, to: ARROWS[state][event.type] })),
);

describe('every state and event', () => {
  it.each(EVERY_PAIR.filter(({ to }) => to))('$state takes $type and becomes $to', ({ state, event, to }) => {
    expect(transition(makeJobIn(state), event).state).toBe(to);
    expect(accepts(makeJobIn(state), event.type)).toBe(true);
  });

  it.each(EVERY_PAIR.filter(({ to }) => !to))('$state refuses $type', ({ state, event }) => {
    expect(() => transition(makeJobIn(state), event)).toThrow(RangeError);
    expect(accepts(makeJobIn(state), event.type)).toBe(false);
  });
});

describe('the row', () => {
  it('of a waiting job says what it waits for, until it waits no more', () => {
    const waiting = transition(makeJob(), EVENTS.wait);
    expect(waiting).toEqual(makeJob({ waitingFor: 'key' }));
    expect(transition(waiting, { type: 'wait', for: undefined })).toEqual(makeJob());
  });

  it('of a started job holds the request as sent, and waits for nothing', () => {
    const { at, baseUrl, request, providerId } = EVENTS.start;
    expect(transition(makeJob({ waitingFor: 'access' }), EVENTS.start)).toEqual(
      makeJob({ state: 'running', startedAt: at, attempts: 1, baseUrl, request, providerId }),
    );
  });

  it('of a reply holds what arrived and what is to be fetched', () => {
    const running = makeJobIn('running');
    const { arrived, pending } = EVENTS.arrive;
    expect(transition(running, EVENTS.arrive)).toEqual({
      ...running,
      arrivedPictures: arrived,
      pendingPictures: pending,
    });
  });

  it('of several replies adds up what they said and what they cost', () => {
    const booking = { at: CREATED_AT, providerId: 'p', providerName: 'P', model: 'm', pictures: 1 };
    const first = transition(makeJobIn('running'), { ...EVENTS.keep, booking: { ...booking, amount: 0.25 } });
    const second = transition(first, { ...EVENTS.keep, pictureIds: ['picture-2'], booking });
    expect(second.reply).toEqual({ actual: { size: '1024x1024' }, usage: { totalTokens: 14 } });
    expect(second.cost).toEqual({ amount: 0.25, unknownReplies: 1 });
  });

  it('of a done job has nothing left to look at or to fetch', () => {
    const received = transition(makeJobIn('running'), EVENTS.arrive);
    const { finish } = EVENTS;
    const done = transition(received, { ...EVENTS.keep, fetched: [1], finish });
    const { pendingPictures: _, arrivedPictures: __, ...row } = received;
    expect(done).toEqual({
      ...row,
      state: 'done',
      finishedAt: finish.at,
      pictureIds: ['picture-1'],
      reply: EVENTS.keep.reply,
    });
  });

  it('of a job that needs a permission holds what it could not fetch, and is not finished', () => {
    const running = makeJobIn('running');
    const kept = transition(transition(running, EVENTS.arrive), EVENTS.keep);
    expect(transition(kept, EVENTS.finish)).toEqual({
      ...running,
      state: 'needs-permission',
      pictureIds: ['picture-1'],
      pendingPictures: EVENTS.arrive.pending,
      reply: EVENTS.keep.reply,
      unseen: 1,
    });
  });

  it('of a job without any picture is failed, even when nobody said why', () => {
    expect(transition(makeJobIn('running'), EVENTS.finish)).toMatchObject({
      state: 'failed',
      failure: { kind: 'noPicture' },
    });
  });

  it('of a postponed job says until when, and how often that was', () => {
    const { startedAt: _, ...running } = makeJobIn('running');
    const { until } = EVENTS.postpone;
    expect(transition(makeJobIn('running'), EVENTS.postpone)).toEqual({
      ...running,
      state: 'queued',
      waitingFor: 'pause',
      waitingUntil: until,
      automaticRetries: 1,
    });
  });

  it('of an approved job waits no more', () => {
    expect(transition(makeJob({ waitingFor: 'approval' }), EVENTS.approve)).toEqual(
      makeJob({ approved: true }),
    );
  });

  it('of a finished job that lacks a picture can be asked again for that one', () => {
    const parameters = { model: 'gpt-image-1', n: 2 };
    const partial = makeJobIn('done', { parameters, failure: { kind: 'serverError' } });
    expect(transition({ ...partial, parameters }, EVENTS.retry)).toMatchObject({
      state: 'queued',
      pictureIds: ['picture-1'],
    });
  });

  it('of a resumed job keeps the addresses until they are fetched', () => {
    const { unseen: _, ...waiting } = makeJobIn('needs-permission');
    expect(transition(waiting, EVENTS.resume)).toEqual({ ...waiting, state: 'running' });
  });

  it('of a bad end is unseen until a person has seen it, or it goes on', () => {
    for (const state of ['failed', 'interrupted', 'needs-permission'] as const) {
      expect(makeJobIn(state).unseen, state).toBe(1);
      expect(transition(makeJobIn(state), EVENTS.see)).not.toHaveProperty('unseen');
    }
    expect(transition(makeJobIn('failed'), EVENTS.retry)).not.toHaveProperty('unseen');
    expect(makeJobIn('done')).not.toHaveProperty('unseen');
    const partial = [
      EVENTS.start,
      { ...EVENTS.keep, finish: { ...EVENTS.finish, failure: EVENTS.fail.failure } },
    ];
    expect(partial.reduce<Job>(transition, makeJob()).unseen).toBe(1);
  });

  it('of a job that was meant although it is a repetition waits no more', () => {
    expect(transition(makeJob({ waitingFor: 'repeat' }), EVENTS.confirm)).toEqual(makeJob());
  });

  it('of a job that is wanted next says since when, until it is asked again', () => {
    const wanted = transition(makeJob(), EVENTS.prioritize);
    expect(wanted).toEqual(makeJob({ nextSince: EVENTS.prioritize.at }));
    const again = [EVENTS.start, EVENTS.fail, EVENTS.retry].reduce<Job>(transition, wanted);
    expect(again).not.toHaveProperty('nextSince');
  });

  it('of a failed job says why', () => {
    const { at, failure } = EVENTS.fail;
    expect(transition(makeJob({ waitingFor: 'key' }), EVENTS.fail)).toEqual(
      makeJob({ state: 'failed', finishedAt: at, failure, unseen: 1 }),
    );
  });

  it('of a cancelled job waits for nothing, and keeps what came', () => {
    const { at } = EVENTS.cancel;
    expect(transition(makeJob({ waitingFor: 'key' }), EVENTS.cancel)).toEqual(
      makeJob({ state: 'cancelled', finishedAt: at, waitedFor: 'key' }),
    );
    const { pendingPictures } = makeJobIn('needs-permission');
    expect(transition(makeJobIn('needs-permission'), EVENTS.cancel)).toMatchObject({ pendingPictures });
    const arrived = transition(makeJobIn('running'), EVENTS.arrive);
    expect(transition(arrived, EVENTS.cancel)).toMatchObject({ arrivedPictures: EVENTS.arrive.arrived });
  });

  it.each([
    ['its turn', makeJob({ queuedAt: 7, nextSince: 8, automaticRetries: 2 })],
    ['a key', makeJob({ waitingFor: 'key' })],
    ['a click, as it is a repetition', makeJob({ waitingFor: 'repeat' })],
  ])('of a job that was cancelled while it waited for %s can be put back as it was', (_, job) => {
    expect(transition(transition(job, EVENTS.withdraw), EVENTS.restore)).toEqual(job);
  });

  it.each([
    ['whose request had left', [EVENTS.start, EVENTS.cancel]],
    ['that was asked again since', [EVENTS.withdraw, EVENTS.retry, EVENTS.start, EVENTS.cancel]],
  ])('of a cancelled job %s cannot be put back into the queue', (_, events) => {
    const row = events.reduce<Job>(transition, makeJob());
    expect(accepts(row, 'restore')).toBe(false);
  });

  it('of an interrupted request is finished', () => {
    const running = makeJobIn('running');
    expect(transition(running, EVENTS.interrupt)).toEqual({
      ...running,
      state: 'interrupted',
      finishedAt: EVENTS.interrupt.at,
      unseen: 1,
    });
  });

  it('of a job interrupted while fetching goes back to asking, as its reply is safe', () => {
    const kept = transition(transition(makeJobIn('running'), EVENTS.arrive), EVENTS.keep);
    expect(transition(kept, EVENTS.interrupt)).toEqual({
      ...kept,
      state: 'needs-permission',
      unseen: 1,
    });
  });

  it('of a job interrupted while fetching names the broken connection where others are missing', () => {
    const arrived = transition(
      makeJobIn('running', { parameters: { model: 'gpt-image-1', n: 3 } }),
      EVENTS.arrive,
    );
    expect(transition(arrived, EVENTS.interrupt)).toMatchObject({
      state: 'needs-permission',
      failure: { kind: 'connectionBroken', host: 'api.example' },
    });
  });

  it('of a job interrupted when all its pictures were here is done', () => {
    const kept = transition(makeJobIn('running'), EVENTS.keep);
    expect(transition(kept, EVENTS.interrupt).state).toBe('done');
  });

  it('of a retried job is as new, but keeps what came and counts its attempts', () => {
    const failed = transition(transition(makeJobIn('running'), EVENTS.arrive), EVENTS.fail);
    const { baseUrl, request, providerId } = EVENTS.start;
    expect(transition(failed, EVENTS.retry)).toEqual(
      makeJob({
        attempts: 1,
        baseUrl,
        request,
        providerId,
        queuedAt: EVENTS.retry.at,
        arrivedPictures: EVENTS.arrive.arrived,
        pendingPictures: EVENTS.arrive.pending,
      }),
    );
  });
});
