import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOB_STATES, type Job, type JobState } from '@/utils/core/job';
import { accepts, transition, type JobEvent } from '@/utils/core/job-transitions';
import { EVENTS, makeJob, makeJobIn, makePending } from '../fixtures/jobs';

type EventType = JobEvent['type'];

/** The arrows of the design, written down a second time so that neither can change alone. */
const ARROWS: Readonly<Record<JobState, Partial<Record<EventType, JobState>>>> = {
  queued: { wait: 'queued', start: 'running', fail: 'failed', cancel: 'cancelled' },
  running: {
    receive: 'running',
    keep: 'done',
    fail: 'failed',
    cancel: 'cancelled',
    interrupt: 'interrupted',
  },
  'needs-permission': { resume: 'running', cancel: 'cancelled' },
  failed: { retry: 'queued', resume: 'running' },
  cancelled: { retry: 'queued' },
  interrupted: { retry: 'queued' },
  done: {},
};

const EVERY_PAIR = JOB_STATES.flatMap((state) =>
  Object.values(EVENTS).map((event) => ({ state, event, type: event.type, to: ARROWS[state][event.type] })),
);

describe('every state and event', () => {
  it.each(EVERY_PAIR.filter(({ to }) => to))('$state takes $type and becomes $to', ({ state, event, to }) => {
    expect(transition(makeJobIn(state), event).state).toBe(to);
    expect(accepts(state, event.type)).toBe(true);
  });

  it.each(EVERY_PAIR.filter(({ to }) => !to))('$state refuses $type', ({ state, event }) => {
    expect(() => transition(makeJobIn(state), event)).toThrow(RangeError);
    expect(accepts(state, event.type)).toBe(false);
  });
});

describe('the row', () => {
  it('of a waiting job says what it waits for, until it waits no more', () => {
    const waiting = transition(makeJob(), EVENTS.wait);
    expect(waiting).toEqual(makeJob({ waitingFor: 'key' }));
    expect(transition(waiting, { type: 'wait', for: undefined })).toEqual(makeJob());
  });

  it('of a started job holds the request as sent, and waits for nothing', () => {
    const { at, baseUrl, request } = EVENTS.start;
    expect(transition(makeJob({ waitingFor: 'access' }), EVENTS.start)).toEqual(
      makeJob({ state: 'running', startedAt: at, attempts: 1, baseUrl, request }),
    );
  });

  it('of a reply with addresses holds the kept pictures and those to fetch', () => {
    const running = makeJobIn('running');
    const { pending, reply } = EVENTS.receive;
    expect(transition(running, EVENTS.receive)).toEqual({
      ...running,
      pictureIds: ['picture-1'],
      reply,
      pendingPictures: pending,
    });
  });

  it('of a done job has no addresses left', () => {
    const received = transition(makeJobIn('running'), EVENTS.receive);
    const done = transition(received, { ...EVENTS.keep, pictureIds: ['picture-2'] });
    const { pendingPictures: _, ...row } = received;
    expect(done).toEqual({
      ...row,
      state: 'done',
      finishedAt: EVENTS.keep.at,
      pictureIds: ['picture-1', 'picture-2'],
    });
  });

  it('of a job that needs a permission holds what it could not fetch, and is not finished', () => {
    const pending = [makePending({ index: 2 })];
    const running = makeJobIn('running');
    expect(transition(running, { ...EVENTS.keep, pending })).toEqual({
      ...running,
      state: 'needs-permission',
      pictureIds: ['picture-1'],
      pendingPictures: pending,
    });
  });

  it('of a resumed job keeps the addresses until they are fetched', () => {
    const waiting = makeJobIn('needs-permission');
    expect(transition(waiting, EVENTS.resume)).toEqual({ ...waiting, state: 'running' });
  });

  it('of a failed job says why', () => {
    const { at, failure } = EVENTS.fail;
    expect(transition(makeJob({ waitingFor: 'key' }), EVENTS.fail)).toEqual(
      makeJob({ state: 'failed', finishedAt: at, failure }),
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
    });
  });

  it('of a job interrupted while fetching goes back to asking, as its reply is safe', () => {
    const received = transition(makeJobIn('running'), EVENTS.receive);
    expect(transition(received, EVENTS.interrupt)).toEqual({ ...received, state: 'needs-permission' });
  });

  it('of a retried job is as new, but keeps its pictures and counts its attempts', () => {
    const received = transition(makeJobIn('running'), EVENTS.receive);
    const failed = transition(received, EVENTS.fail);
    const { baseUrl, request } = EVENTS.start;
    expect(transition(failed, EVENTS.retry)).toEqual(
      makeJob({ attempts: 1, baseUrl, request, pictureIds: ['picture-1'] }),
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
    fc.record({ type: fc.constant('receive'), pictureIds, pending, reply: fc.constant({ actual: {} }) }),
    fc.record({ type: fc.constant('keep'), pictureIds, pending, at: fc.nat() }),
  );

  /** Every row a job goes through; an event that is refused leaves the row as it is. */
  function rowsAfter(events: readonly JobEvent[]): readonly Job[] {
    const rows = [makeJob()];
    for (const event of events) {
      const row = rows.at(-1) ?? makeJob();
      if (accepts(row.state, event.type)) rows.push(transition(row, event));
    }
    return rows;
  }

  /** What makes no sense in a row. */
  function faultsOf(row: Job): readonly string[] {
    const { state, pendingPictures = [] } = row;
    const ended = ['done', 'failed', 'cancelled', 'interrupted'].includes(state);
    const faults: Readonly<Record<string, boolean>> = {
      'another state': !JOB_STATES.includes(state),
      'a failure that does not belong to the state': (row.failure !== undefined) !== (state === 'failed'),
      'an end that does not belong to the state': (row.finishedAt !== undefined) !== ended,
      'waiting for something while not queued': state !== 'queued' && row.waitingFor !== undefined,
      'a permission for nothing': state === 'needs-permission' && pendingPictures.length === 0,
      'done with pictures to fetch': state === 'done' && pendingPictures.length > 0,
    };
    return Object.keys(faults).filter((name) => faults[name]);
  }

  function checkStep(before: Job, after: Job): void {
    expect(before.state, 'what is done stays done').not.toBe('done');
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
        if (accepts(state, event.type)) transition(row, event);
        expect(row).toEqual(copy);
      }),
    );
  });
});
