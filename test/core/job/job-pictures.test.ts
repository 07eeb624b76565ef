import { describe, expect, it } from 'vitest';
import { freeIndexes, keptIndexes, missingPictures, type Job } from '@/utils/core/job/job';
import { transition } from '@/utils/core/job/job-transitions';
import { CREATED_AT, EVENTS, makeJob, makeJobIn, makePending } from '../../fixtures/jobs';

describe('the row', () => {
  it('of a job whose picture is at an address counts that picture as here', () => {
    const job = makeJob({ parameters: { model: 'm', n: 3 } });
    const pending = [makePending({ index: 1 })];
    const rows = [EVENTS.start, { ...EVENTS.arrive, arrived: [], pending }, EVENTS.postpone];
    expect(freeIndexes(rows.reduce<Job>(transition, job))).toEqual([0, 2]);
  });

  it('of a job asks for the pictures whose indexes are free, however many came', () => {
    const job = { ...makeJobIn('running'), parameters: { model: 'm', n: 3 } };
    const keepOne = { ...EVENTS.keep, pictureIds: ['b', 'extra'], indexes: [1, 3] };
    const kept = transition(job, keepOne);
    expect(kept.pictureIndexes).toEqual({ b: 1, extra: 3 });
    expect(freeIndexes(kept)).toEqual([0, 2]);
    const whole = transition(kept, { ...EVENTS.keep, pictureIds: ['a', 'c'], indexes: [0, 2] });
    expect(keptIndexes(whole)).toEqual([1, 3, 0, 2]);
    expect(missingPictures(whole)).toBe(0);
  });

  it('of a job that waits for permission says so, even where another picture failed', () => {
    const rows = [EVENTS.start, { ...EVENTS.arrive, arrived: [] }];
    const { failure } = EVENTS.fail;
    const job = rows.reduce<Job>(transition, makeJob());
    expect(transition(job, { ...EVENTS.finish, failure, blocked: true })).toMatchObject({
      state: 'needs-permission',
      failure,
    });
  });

  it('of a job is not done while something that came is not kept', () => {
    const failure = { kind: 'storageFull' } as const;
    const one = transition(makeJobIn('running'), EVENTS.keep);
    const arrived = transition(one, { ...EVENTS.arrive, arrived: [{ id: 'late', index: 1 }], pending: [] });
    expect(transition(arrived, { ...EVENTS.finish, failure }).state).toBe('failed');
    expect(transition(one, { ...EVENTS.finish, failure, held: true }).state).toBe('failed');
  });

  it('of an arrival that is written twice holds it once', () => {
    const once = transition(makeJobIn('running'), EVENTS.arrive);
    expect(transition(once, EVENTS.arrive)).toEqual(once);
  });

  it('of an arrived picture counts each decode that is begun, and its cost once', () => {
    const arrived = transition(makeJobIn('running'), EVENTS.arrive);
    const booking = { at: CREATED_AT, providerId: 'p', providerName: 'P', model: 'm', pictures: 1 };
    expect(transition(arrived, { ...EVENTS.look, booking })).toMatchObject({
      arrivedPictures: [{ id: 'picture-1', index: 0, looks: 2, booked: true }],
      cost: { amount: 0, unknownReplies: 1 },
    });
  });
});
