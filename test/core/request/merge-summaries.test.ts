import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplySummary } from '@/utils/core/request/image-reply';
import { mergeSummaries } from '@/utils/core/request/merge-summaries';

describe('what several replies said', () => {
  it('is what the only one said', () => {
    const reply: ReplySummary = { actual: { size: '1024x1024' }, requestId: 'req_1' };
    expect(mergeSummaries(undefined, reply)).toBe(reply);
  });

  it('has the tokens and the costs added up', () => {
    const one: ReplySummary = { actual: {}, usage: { totalTokens: 7, inputTokens: 2 }, reportedCost: 0.25 };
    const other: ReplySummary = { actual: {}, usage: { totalTokens: 5, outputTokens: 4 }, reportedCost: 0.5 };
    expect(mergeSummaries(one, other)).toEqual({
      actual: {},
      usage: { totalTokens: 12, inputTokens: 2, outputTokens: 4 },
      reportedCost: 0.75,
    });
  });

  it('has the later word where they differ, and the earlier where the later is silent', () => {
    const one: ReplySummary = { actual: { size: '1024x1024', quality: 'high' }, requestId: 'req_1' };
    const other: ReplySummary = { actual: { size: '1536x1024' }, requestId: 'req_2' };
    expect(mergeSummaries(one, other)).toEqual({
      actual: { size: '1536x1024', quality: 'high' },
      requestId: 'req_2',
    });
    expect(mergeSummaries(one, { actual: {} })).toEqual(one);
  });

  it.each<[string, ReplySummary, ReplySummary]>([
    ['first', { actual: {}, usage: { totalTokens: 7 }, reportedCost: 0.25 }, { actual: {} }],
    ['second', { actual: {} }, { actual: {}, usage: { totalTokens: 7 }, reportedCost: 0.25 }],
  ])('has what only the %s told, without making a nothing of the other', (_, one, other) => {
    expect(mergeSummaries(one, other)).toEqual({
      actual: {},
      usage: { totalTokens: 7 },
      reportedCost: 0.25,
    });
  });

  it('tells no tokens and no cost where nobody did', () => {
    expect(mergeSummaries({ actual: {} }, { actual: {} })).toStrictEqual({ actual: {} });
  });

  it('does not know a sum that is out of range', () => {
    const reply: ReplySummary = {
      actual: {},
      usage: { totalTokens: 9e11, inputTokens: 1 },
      reportedCost: 9e5,
    };
    expect(mergeSummaries(reply, reply)).toEqual({ actual: {}, usage: { inputTokens: 2 } });
    const endless: ReplySummary = { actual: {}, reportedCost: Infinity, usage: { totalTokens: Infinity } };
    expect(mergeSummaries(reply, endless)).toEqual({ actual: {}, usage: { inputTokens: 1 } });
  });

  it('comes to the same tokens in whatever order they come', () => {
    const usage = fc.record({ totalTokens: fc.nat(), inputTokens: fc.nat() }, { requiredKeys: [] });
    fc.assert(
      fc.property(usage, usage, usage, (a, b, c) => {
        const [one, two, three] = [a, b, c].map((told) => ({ actual: {}, usage: told }) as const);
        const merge = (...replies: readonly (ReplySummary | undefined)[]): ReplySummary | undefined =>
          replies.reduce((sum, reply) => reply && mergeSummaries(sum, reply), undefined);
        expect(merge(one, two, three)?.usage).toEqual(merge(three, one, two)?.usage);
      }),
    );
  });
});
