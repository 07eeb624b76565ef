import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedBadly, JOB_STATES, missingPictures, type Job, type JobState } from '@/utils/core/job/job';
import { accepts, transition, type JobEvent } from '@/utils/core/job/job-transitions';
import { CREATED_AT, EVENTS, makeJob, makeJobIn, makePending } from '../../fixtures/jobs';

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
  },
  running: {
    amend: 'running',
    arrive: 'running',
    keep: 'running',
    finish: 'failed',
    postpone: 'queued',
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

  it('of a cancelled job waits for nothing and fetches nothing', () => {
    const { at } = EVENTS.cancel;
    expect(transition(makeJob({ waitingFor: 'key' }), EVENTS.cancel)).toEqual(
      makeJob({ state: 'cancelled', finishedAt: at }),
    );
    expect(transition(makeJobIn('needs-permission'), EVENTS.cancel)).not.toHaveProperty('pendingPictures');
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

  it('of a job interrupted when all its pictures were here is done', () => {
    const kept = transition(makeJobIn('running'), EVENTS.keep);
    expect(transition(kept, EVENTS.interrupt).state).toBe('done');
  });

  it('of a retried job is as new, but keeps its pictures and counts its attempts', () => {
    const failed = transition(transition(makeJobIn('running'), EVENTS.arrive), EVENTS.fail);
    const { baseUrl, request, providerId } = EVENTS.start;
    expect(transition(failed, EVENTS.retry)).toEqual(
      makeJob({ attempts: 1, baseUrl, request, providerId, pictureIds: [], queuedAt: EVENTS.retry.at }),
    );
  });
});

describe('any sequence of events', () => {
  const pictureIds = fc.array(fc.uuid(), { maxLength: 3 });
  const pending = fc.array(
    fc.nat(9).map((index) => makePending({ index })),
    { maxLength: 3 },
  );
  const anyEvent: fc.Arbitrary<JobEvent> = fc.oneof(
    fc.constantFrom<JobEvent[]>(...Object.values(EVENTS), { type: 'wait', for: undefined }),
    fc.record({ type: fc.constant('arrive'), arrived: fc.constant([]), pending }),
    fc.record({
      type: fc.constant('keep'),
      pictureIds,
      discarded: fc.constant([]),
      fetched: fc.array(fc.nat(9)),
      finish: fc.constant(EVENTS.finish),
    }),
  );

  /** Every row a job goes through; an event that is refused leaves the row as it is. */
  function rowsAfter(events: readonly JobEvent[]): readonly Job[] {
    const rows = [makeJob()];
    for (const event of events) {
      const row = rows.at(-1) ?? makeJob();
      if (accepts(row, event.type)) rows.push(transition(row, event));
    }
    return rows;
  }

  /** What makes no sense in a row. */
  function faultsOf(row: Job): readonly string[] {
    const { state, pendingPictures = [] } = row;
    const ended = ['done', 'failed', 'cancelled', 'interrupted'].includes(state);
    const faults: Readonly<Record<string, boolean>> = {
      'another state': !JOB_STATES.includes(state),
      'a failed job without a reason': state === 'failed' && row.failure === undefined,
      'an end that does not belong to the state': (row.finishedAt !== undefined) !== ended,
      'waiting for something while not queued': state !== 'queued' && row.waitingFor !== undefined,
      'unseen without a bad end': row.unseen !== undefined && !endedBadly(row),
      'a permission for nothing': state === 'needs-permission' && pendingPictures.length === 0,
      'done with pictures to fetch': state === 'done' && pendingPictures.length > 0,
    };
    return Object.keys(faults).filter((name) => faults[name]);
  }

  function checkStep(before: Job, after: Job): void {
    const complete = before.state === 'done' && missingPictures(before) === 0;
    expect(complete && after.state !== 'done', 'what is complete stays done').toBe(false);
    expect(after.pictureIds.slice(0, before.pictureIds.length)).toEqual(before.pictureIds);
    expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
  }

  it('leaves rows that make sense, whose pictures only grow, and ends at done', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const rows = rowsAfter(events);
        expect(rows.flatMap(faultsOf)).toEqual([]);
        rows.slice(1).forEach((row, index) => checkStep(rows[index] ?? row, row));
      }),
    );
  });

  it('does not change the row it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...JOB_STATES), anyEvent, (state, event) => {
        const row = makeJobIn(state);
        const copy = structuredClone(row);
        if (accepts(row, event.type)) transition(row, event);
        expect(row).toEqual(copy);
      }),
    );
  });
});
