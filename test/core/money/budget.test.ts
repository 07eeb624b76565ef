import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalReason, type ApprovalReason } from '@/utils/core/money/budget';

describe('the monthly limit', () => {
  it.each<
    [string, number, number | undefined, number | undefined, number | undefined, ApprovalReason | undefined]
  >([
    ['with room', 5, 1, 1, 2, undefined],
    ['used up to the last cent', 5, 2, 1, 2, undefined],
    ['exceeded by this job', 5, 3, 1, 2, 'limit'],
    ['exceeded by what is under way', 5, 0, 4, 2, 'limit'],
    ['of nothing at all', 0, 0, 0, 0.01, 'limit'],
    ['reached, by a model that is free', 5, 9, 0, 0, undefined],
    ['with room, for a job whose price is unknown', 5, 0, 0, undefined, 'priceUnknown'],
    ['with room, for a job whose price is endless', 5, 0, 0, Infinity, 'priceUnknown'],
    ['with an unknown month', 5, undefined, 0, 1, 'monthUnknown'],
    ['with unknown jobs under way', 5, 0, undefined, 1, 'monthUnknown'],
    ['with an unknown month, for a model that is free', 5, undefined, undefined, 0, undefined],
    ['that cannot be read', Infinity, undefined, undefined, undefined, undefined],
  ])('%s', (_, limit, spent, underWay, estimate, reason) => {
    expect(approvalReason({ limit, spent, underWay }, estimate)).toBe(reason);
  });

  it('is never passed without a question because something is unknown', () => {
    const dollars = fc.double({ min: 0, max: 1e6, noNaN: true });
    const part = fc.option(fc.oneof(dollars, fc.constantFrom(NaN, Infinity)), { nil: undefined });
    fc.assert(
      fc.property(dollars, part, part, part, (limit, spent, underWay, estimate) => {
        if (approvalReason({ limit, spent, underWay }, estimate) !== undefined || estimate === 0) return;
        const total = (spent ?? NaN) + (underWay ?? NaN) + (estimate ?? NaN);
        expect(total).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
