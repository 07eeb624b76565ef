import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import type { ModelPrice } from '@/utils/core/model/model-price';
import { addCost, estimateCost, estimateJob, replyCost, type JobCost } from '@/utils/core/money/cost';
import type { ReplySummary, Usage } from '@/utils/core/request/image-reply';

const SQUARE = '1024x1024';
const UPRIGHT = '1024x1536';
const WIDE = '1536x1024';

/** A flat price by the picture, and one by tokens that nobody could mistake for the owner's. */
const FLAT: ModelPrice = { model: 'gpt-image-1', perPicture: 0.03 };
const BY_TOKENS: ModelPrice = {
  model: 'gpt-image-1',
  perMillion: { textInput: 1, imageInput: 10, imageOutput: 100, textOutput: 1000 },
};

const reply = (usage: Usage | undefined, reportedCost?: number): ReplySummary => ({
  actual: {},
  ...(usage && { usage }),
  ...(reportedCost !== undefined && { reportedCost }),
});

describe('the estimate by list prices', () => {
  it.each<[string, string, string, number]>([
    ['gpt-image-1', SQUARE, 'low', 0.011],
    ['gpt-image-1', UPRIGHT, 'low', 0.016],
    ['gpt-image-1', WIDE, 'low', 0.016],
    ['gpt-image-1', SQUARE, 'medium', 0.042],
    ['gpt-image-1', UPRIGHT, 'medium', 0.063],
    ['gpt-image-1', WIDE, 'medium', 0.063],
    ['gpt-image-1', SQUARE, 'high', 0.167],
    ['gpt-image-1', UPRIGHT, 'high', 0.25],
    ['gpt-image-1', WIDE, 'high', 0.25],
    ['gpt-image-1.5', SQUARE, 'low', 0.009],
    ['gpt-image-1.5', SQUARE, 'medium', 0.034],
    ['gpt-image-1.5', SQUARE, 'high', 0.133],
    ['gpt-image-1.5', UPRIGHT, 'high', 0.2],
    ['gpt-image-2', SQUARE, 'low', 0.006],
    ['gpt-image-2', SQUARE, 'medium', 0.053],
    ['gpt-image-2', SQUARE, 'high', 0.211],
    ['gpt-image-2', UPRIGHT, 'low', 0.005],
    ['gpt-image-2', UPRIGHT, 'medium', 0.041],
    ['gpt-image-2', WIDE, 'high', 0.165],
    ['gpt-image-2.5-flare', SQUARE, 'low', 0.006],
    ['gpt-image-2.5-flare', SQUARE, 'medium', 0.013],
    ['gpt-image-2.5-flare', SQUARE, 'high', 0.053],
    ['gpt-image-2.5-sunburst', SQUARE, 'xhigh', 0.094],
    ['gpt-image-2.5-sunburst', SQUARE, 'max', 0.211],
    ['gpt-image-2.6-flare', SQUARE, 'high', 0.053],
    ['gpt-image-2.6-sunburst', SQUARE, 'max', 0.211],
    ['dall-e-3', SQUARE, 'standard', 0.04],
    ['dall-e-3', '1792x1024', 'standard', 0.08],
    ['dall-e-3', SQUARE, 'hd', 0.08],
    ['dall-e-3', '1024x1792', 'hd', 0.12],
    ['dall-e-2', '256x256', '', 0.016],
    ['dall-e-2', '512x512', '', 0.018],
    ['dall-e-2', SQUARE, '', 0.02],
  ])('of %s at %s in quality %j is about $%d', (model, size, quality, amount) => {
    const estimate = estimateCost('a fox', { model, size, ...(quality !== '' && { quality }) });
    expect(estimate?.basis).toBe('list');
    // The published figures are rounded, to a tenth of a cent or to a cent.
    expect((estimate?.amount ?? NaN) / amount).toBeGreaterThan(0.95);
    expect((estimate?.amount ?? NaN) / amount).toBeLessThan(1.05);
  });

  it.each(['somebody/flux', 'gpt-image-2-vip', 'chatgpt-image-latest', ''])(
    'of %j is unknown, not nothing',
    (model) => {
      expect(estimateCost('a fox', { model, size: SQUARE, quality: 'high' })).toBeUndefined();
    },
  );

  it.each([
    ['openai/gpt-image-1', 'gpt-image-1'],
    ['gpt-image-2-2026-04-21', 'gpt-image-2'],
    ['openrouter/openai/dall-e-3', 'dall-e-3'],
  ])('of %s is that of %s', (model, owner) => {
    expect(estimateCost('a fox', { model, size: SQUARE })).toEqual(
      estimateCost('a fox', { model: owner, size: SQUARE }),
    );
  });

  it.each<[GenerationParameters, true | undefined]>([
    [{ model: 'gpt-image-1', size: SQUARE, quality: 'high' }, undefined],
    [{ model: 'gpt-image-1', size: SQUARE }, true],
    [{ model: 'gpt-image-1', quality: 'low' }, true],
    [{ model: 'gpt-image-1', size: 'auto', quality: 'auto' }, true],
    [{ model: 'gpt-image-2', size: '3840x2160', quality: 'high' }, true],
    [{ model: 'dall-e-3' }, undefined],
  ])('of %j is the most it may be: %s', (parameters, atMost) => {
    expect(estimateCost('a fox', parameters)?.atMost).toBe(atMost);
  });

  it('is never exceeded by what the server may choose where it is the most', () => {
    const size = fc.constantFrom(SQUARE, UPRIGHT, WIDE);
    const quality = fc.constantFrom('low', 'medium', 'high');
    fc.assert(
      fc.property(size, quality, (chosenSize, chosenQuality) => {
        const most = estimateCost('', { model: 'gpt-image-2' })?.amount ?? NaN;
        const chosen = { model: 'gpt-image-2', size: chosenSize, quality: chosenQuality };
        expect(estimateCost('', chosen)?.amount).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('counts a prompt by four Latin letters or one other character', () => {
    const cost = (prompt: string): number => estimateCost(prompt, { model: 'gpt-image-1' })?.amount ?? NaN;
    expect((cost('x'.repeat(4000)) - cost('')) * 1_000_000).toBeCloseTo(1000 * 5);
    expect((cost('狐'.repeat(1000)) - cost('')) * 1_000_000).toBeCloseTo(1000 * 5);
    expect((cost('🦊'.repeat(1000)) - cost('')) * 1_000_000).toBeCloseTo(1000 * 5);
  });

  it('counts previews only in a stream', () => {
    const asked: GenerationParameters = { model: 'gpt-image-1', n: 2, partial_images: 3 };
    const plain = estimateCost('', asked)?.amount ?? NaN;
    const streamed = estimateCost('', { ...asked, stream: true })?.amount ?? NaN;
    expect((streamed - plain) * 1_000_000).toBeCloseTo(2 * 3 * 100 * 40);
    expect(plain).toBe(estimateCost('', { model: 'gpt-image-1', n: 2 })?.amount);
  });

  it('grows with the number of pictures', () => {
    const models = ['gpt-image-1', 'gpt-image-2.6-flare', 'dall-e-3', 'dall-e-2'];
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.integer({ min: 1, max: 10 }), (model, n) => {
        const one = estimateCost('', { model })?.amount ?? NaN;
        expect(estimateCost('', { model, n })?.amount).toBeCloseTo(n * one);
      }),
    );
  });
});

describe('the estimate by the prices of the server', () => {
  it.each<[string, readonly ModelPrice[], number]>([
    ['by the picture', [FLAT], 0.06],
    ['by tokens', [BY_TOKENS], (2 * 4160 * 100) / 1_000_000],
  ])('goes %s, before the list', (_, prices, amount) => {
    const parameters = { model: 'gpt-image-1', size: SQUARE, quality: 'high', n: 2 };
    const estimate = estimateCost('', parameters, prices);
    expect(estimate?.basis).toBe('server');
    expect(estimate?.amount).toBeCloseTo(amount);
  });

  it('is there for models nobody else has a price for', () => {
    const prices = [{ model: 'flux', perPicture: 0.01 }];
    expect(estimateCost('a fox', { model: 'flux' }, prices)).toEqual({ amount: 0.01, basis: 'server' });
  });

  it('may be nothing where the server says so', () => {
    const prices = [{ model: 'gpt-image-1', perPicture: 0 }];
    const exact = { model: 'gpt-image-1', size: SQUARE, quality: 'high' };
    expect(estimateCost('', exact, prices)).toEqual({ amount: 0, basis: 'server' });
  });

  it.each<[string, ModelPrice]>([
    ['prices another model', { model: 'flux', perPicture: 1 }],
    ['names the model without a price', { model: 'gpt-image-1' }],
  ])('gives way to the list where it %s', (_, price) => {
    expect(estimateCost('', { model: 'gpt-image-1' }, [price])?.basis).toBe('list');
  });

  it('prefers the price of the very snapshot', () => {
    const prices = [FLAT, { model: 'gpt-image-1-2025-04-23', perPicture: 0.5 }];
    expect(estimateCost('', { model: 'gpt-image-1-2025-04-23' }, prices)?.amount).toBe(0.5);
    expect(estimateCost('', { model: 'gpt-image-1-2025-12-31' }, prices)?.amount).toBe(0.03);
  });
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

describe('the estimate of a job', () => {
  const SERVER = { extraBody: {}, base64: 'auto', refused: [], prices: [] } as const;

  it('is of what is sent: nothing the model does not take', () => {
    const wanted = { model: 'gpt-image-1', size: '3840x2160', quality: 'max' };
    expect(estimateJob('', wanted, SERVER)).toEqual(estimateCost('', { model: 'gpt-image-1' }));
  });

  it.each<[string, Readonly<Record<string, unknown>>, GenerationParameters]>([
    ['a size', { size: '3840x2160' }, { model: 'gpt-image-2', size: '3840x2160' }],
    ['a quality', { quality: 'max' }, { model: 'gpt-image-2', quality: 'max' }],
    ['a size that is no text', { size: 1024 }, { model: 'gpt-image-2', size: '4K' }],
  ])('counts %s that is added to every request', (_, extraBody, parameters) => {
    expect(estimateJob('', { model: 'gpt-image-2' }, { ...SERVER, extraBody })).toEqual(
      estimateCost('', parameters),
    );
  });

  it('does not count on what the server refuses', () => {
    const wanted = { model: 'gpt-image-1', size: SQUARE, quality: 'low' };
    expect(estimateJob('', wanted, { ...SERVER, refused: ['quality'] })).toEqual(
      estimateCost('', { model: 'gpt-image-1', size: SQUARE }),
    );
  });

  it.each(['svg', 'gif'])('is unknown for %s, which is not priced by tokens alone', (output_format) => {
    expect(
      estimateJob('', { model: 'gpt-image-2.6-flare' }, { ...SERVER, extraBody: { output_format } }),
    ).toBeUndefined();
  });

  it('goes by the number of pictures, and by the prices of the server', () => {
    const prices = [{ model: 'flux', perPicture: 0.5 }];
    expect(estimateJob('', { model: 'flux', n: 3 }, { ...SERVER, prices })).toEqual({
      amount: 1.5,
      basis: 'server',
    });
  });

  it.each<[GenerationParameters, number]>([
    [{ model: 'dall-e-3', size: SQUARE }, 0.1],
    [{ model: 'dall-e-3', size: '1792x1024' }, 0.2],
    [{ model: 'dall-e-3', size: SQUARE, quality: 'hd' }, 0.2],
    [{ model: 'dall-e-3', size: '1792x1024', quality: 'hd' }, 0.3],
  ])('at a relay that sells %j is %d times its price by the call', (parameters, dollars) => {
    const prices = [{ model: 'dall-e-3', perPicture: 0.1 }];
    expect(estimateJob('', parameters, { ...SERVER, prices })?.amount).toBeCloseTo(dollars);
  });

  it('is unknown where it is out of range', () => {
    expect(
      estimateJob('', { model: 'flux', n: 3 }, { ...SERVER, prices: [{ model: 'flux', perPicture: 9e5 }] }),
    ).toBeUndefined();
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
