import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import type { ModelPrice } from '@/utils/core/model/model-price';
import { estimateCost } from '@/utils/core/money/cost';

const SQUARE = '1024x1024';
const UPRIGHT = '1024x1536';
const WIDE = '1536x1024';

/** A flat price by the picture, and one by tokens that nobody could mistake for the owner's. */
const FLAT: ModelPrice = { model: 'gpt-image-1', perPicture: 0.03 };
const BY_TOKENS: ModelPrice = {
  model: 'gpt-image-1',
  perMillion: { textInput: 1, imageInput: 10, imageOutput: 100, textOutput: 1000 },
};

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
