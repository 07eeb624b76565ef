import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { ModelPrice } from '@/utils/core/model/model-price';
import { addCost, replyCost, type JobCost } from '@/utils/core/money/cost';
import type { ReplySummary, Usage } from '@/utils/core/request/image-reply';

/** A price by tokens that nobody could mistake for the owner's. */
const BY_TOKENS: ModelPrice = {
  model: 'gpt-image-1',
  perMillion: { textInput: 1, imageInput: 10, imageOutput: 100, textOutput: 1000 },
};

const reply = (usage: Usage | undefined, reportedCost?: number): ReplySummary => ({
  actual: {},
  ...(usage && { usage }),
  ...(reportedCost !== undefined && { reportedCost }),
});

describe('what a reply has cost', () => {
  const USAGE = { inputTokens: 50, outputTokens: 4160 };

  it.each<[string, string, Usage, number]>([
    ['all tokens of the reply for the picture', 'gpt-image-1', USAGE, (50 * 5 + 4160 * 40) / 1e6],
    [
      'each kind of token at its own price',
      'gpt-image-1.5',
      {
        inputTextTokens: 50,
        inputImageTokens: 100,
        outputTextTokens: 200,
        outputImageTokens: 4160,
        outputTokens: 4360,
      },
      (50 * 5 + 100 * 8 + 200 * 10 + 4160 * 32) / 1e6,
    ],
    [
      'what is no text as picture',
      'gpt-image-1.5',
      { outputTokens: 4360, outputTextTokens: 200 },
      (200 * 10 + 4160 * 32) / 1e6,
    ],
    [
      'what is no picture as text',
      'gpt-image-1',
      { ...USAGE, inputImageTokens: 20 },
      (30 * 5 + 20 * 10 + 4160 * 40) / 1e6,
    ],
    ['a snapshot as its model', 'openai/gpt-image-2-2026-04-21', USAGE, (50 * 5 + 4160 * 30) / 1e6],
  ])('counts %s', (_, model, usage, amount) => {
    expect(replyCost(reply(usage), model)).toBeCloseTo(amount, 10);
  });

  it.each<[string, ReplySummary | undefined, string]>([
    ['there was no summary', undefined, 'gpt-image-1'],
    ['there was no usage', reply(undefined), 'gpt-image-1'],
    ['the output was not told', reply({ inputTokens: 50, totalTokens: 4210 }), 'gpt-image-1'],
    ['the model has no price by tokens', reply(USAGE), 'flux'],
  ])('is unknown, not nothing, when %s', (_, summary, model) => {
    expect(replyCost(summary, model)).toBeUndefined();
  });

  it('goes by the prices of the server where it has them', () => {
    expect(replyCost(reply(USAGE), 'gpt-image-1', [BY_TOKENS])).toBeCloseTo((50 + 4160 * 100) / 1e6, 10);
  });

  it('is what the server says it took, whatever a list says', () => {
    expect(replyCost(reply(USAGE, 0.0421), 'gpt-image-1', [BY_TOKENS])).toBe(0.0421);
    expect(replyCost(reply(undefined, 0.0421), 'flux')).toBe(0.0421);
  });

  it.each<[string, Usage]>([
    [
      'tokens of reasoning that only the total has',
      { inputTokens: 50, outputTokens: 4160, totalTokens: 5210 },
    ],
    [
      'output that is neither text nor image',
      { outputTokens: 5000, outputTextTokens: 100, outputImageTokens: 4000 },
    ],
    [
      'details that are more than the total',
      { outputTokens: 10, outputTextTokens: 100, outputImageTokens: 4160 },
    ],
    [
      'input that is neither text nor image',
      { inputTokens: 500, inputTextTokens: 50, inputImageTokens: 50, outputTokens: 4160 },
    ],
  ])('counts %s', (_, usage) => {
    const told = { outputTokens: usage.outputImageTokens ?? 4160 };
    const less = replyCost(reply(told), 'gpt-image-1.5') ?? NaN;
    expect(replyCost(reply(usage), 'gpt-image-1.5')).toBeGreaterThan(less);
  });

  it('is never less than its parts, nor than its totals', () => {
    const count = fc.option(fc.nat(10_000), { nil: undefined });
    const usage = fc.record({
      totalTokens: count,
      inputTokens: count,
      outputTokens: count,
      inputTextTokens: count,
      inputImageTokens: count,
      outputTextTokens: count,
      outputImageTokens: count,
    });
    const known = ({ ...fields }: Partial<Record<keyof Usage, number | undefined>>): Usage =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    fc.assert(
      fc.property(usage, (fields) => {
        const cost = replyCost(reply(known(fields)), 'gpt-image-1');
        fc.pre(cost !== undefined);
        const { outputImageTokens: image = 0, outputTextTokens: text = 0, outputTokens = 0 } = fields;
        const output = Math.max(image + text, outputTokens);
        const input = Math.max(
          fields.inputTokens ?? 0,
          (fields.inputTextTokens ?? 0) + (fields.inputImageTokens ?? 0),
        );
        const least = (output * 40 + input * 5) / 1e6;
        const whole = ((fields.totalTokens ?? 0) * 5) / 1e6;
        expect(cost).toBeGreaterThanOrEqual(Math.max(least, whole) - 1e-9);
      }),
    );
  });

  describe('of zero', () => {
    const zero = reply({ inputTokens: 0, outputTokens: 0 }, 0);

    it('is unknown where nobody says that the server is free', () => {
      expect(replyCost(zero, 'gpt-image-1')).toBeUndefined();
      expect(replyCost(zero, 'flux', [{ model: 'other', perPicture: 0 }])).toBeUndefined();
      expect(replyCost(reply({ inputTokens: 12, outputTokens: 0 }), 'gpt-image-1')).toBeUndefined();
    });

    it.each<[string, ModelPrice]>([
      ['by the picture', { model: 'flux', perPicture: 0 }],
      [
        'by tokens',
        { model: 'flux', perMillion: { textInput: 0, imageInput: 0, imageOutput: 0, textOutput: 0 } },
      ],
    ])('is known where its own list says so %s', (_, price) => {
      expect(replyCost(zero, 'flux', [price])).toBe(0);
      expect(replyCost(undefined, 'flux', [price])).toBe(0);
    });
  });

  it.each([NaN, Infinity, -1, 1e300])('is unknown where a row says %d', (reported) => {
    expect(replyCost(reply(undefined, reported), 'flux')).toBeUndefined();
  });
});

describe('the cost of a job', () => {
  it.each([NaN, Infinity, -1, 1e300])('counts %d as unknown, in the row or in the reply', (amount) => {
    expect(addCost({ amount: 1, unknownReplies: 0 }, amount)).toEqual({ amount: 1, unknownReplies: 1 });
    expect(addCost({ amount, unknownReplies: 0 }, 1)).toEqual({ amount: 1, unknownReplies: 1 });
  });

  it('stays in range', () => {
    expect(addCost({ amount: 9e5, unknownReplies: 0 }, 9e5)).toEqual({ amount: 9e5, unknownReplies: 1 });
  });

  it('adds up what is known, and counts what is not', () => {
    const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(amounts, (replies) => {
        const cost = replies.reduce<JobCost | undefined>((sum, amount) => addCost(sum, amount), undefined);
        const known = replies.filter((amount) => amount !== undefined);
        expect(cost).toEqual({
          amount: known.reduce((sum, amount) => sum + amount, 0),
          unknownReplies: replies.length - known.length,
        });
      }),
    );
  });
});
