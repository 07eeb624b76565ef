import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inQueueOrder } from '@/utils/core/job/queue-order';
import { CREATED_AT, makeJob } from '../../fixtures/jobs';

const idsOf = (...jobs: ReturnType<typeof makeJob>[]) => inQueueOrder(jobs).map(({ id }) => id);

describe('the queue', () => {
  it('is first come, first served', () => {
    const late = makeJob({ id: 'late', createdAt: CREATED_AT + 2 });
    const early = makeJob({ id: 'early', createdAt: CREATED_AT + 1 });
    expect(idsOf(late, early)).toEqual(['early', 'late']);
  });

  it('goes by the ids of those that came in the same millisecond', () => {
    expect(idsOf(makeJob({ id: 'b' }), makeJob({ id: 'a' }))).toEqual(['a', 'b']);
  });

  it('has a job that was asked again behind those that came before that click', () => {
    const again = makeJob({ id: 'again', queuedAt: CREATED_AT + 5 });
    const before = makeJob({ id: 'before', createdAt: CREATED_AT + 4 });
    expect(idsOf(again, before)).toEqual(['before', 'again']);
  });

  it('lets those that are wanted next go first, the last wish before all', () => {
    const first = makeJob({ id: 'first' });
    const wanted = makeJob({ id: 'wanted', createdAt: CREATED_AT + 1, nextSince: CREATED_AT + 10 });
    const wantedMore = makeJob({ id: 'more', createdAt: CREATED_AT + 2, nextSince: CREATED_AT + 20 });
    expect(idsOf(first, wanted, wantedMore)).toEqual(['more', 'wanted', 'first']);
  });

  it('is the same however the jobs were listed', () => {
    const time = fc.option(fc.integer({ min: CREATED_AT, max: CREATED_AT + 5 }), { nil: undefined });
    const jobs = fc.uniqueArray(
      fc
        .record({ id: fc.string({ minLength: 1 }), queuedAt: time, nextSince: time })
        .map(({ id, queuedAt, nextSince }) =>
          makeJob({
            id,
            ...(queuedAt !== undefined && { queuedAt }),
            ...(nextSince !== undefined && { nextSince }),
          }),
        ),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        jobs.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(inQueueOrder(shuffled)).toEqual(inQueueOrder(some));
        },
      ),
    );
  });
});
