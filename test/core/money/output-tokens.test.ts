import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { outputTokens } from '@/utils/core/money/output-tokens';

it.each<[GenerationParameters, number]>([
  [{ model: 'gpt-image-1', size: '1024x1024', quality: 'low' }, 272],
  [{ model: 'gpt-image-1-mini', size: '1024x1536', quality: 'medium' }, 1875],
  [{ model: 'openai/gpt-image-1-mini-2025-10-06', size: '1024x1536', quality: 'medium' }, 1875],
  [{ model: 'gpt-image-1.5', size: '1536x1024', quality: 'high' }, 6208],
  [{ model: 'gpt-image-2', size: '1536x1024', quality: 'high' }, 5488],
  [{ model: 'gpt-image-2.5-flare', size: '1024x1024', quality: 'max' }, 7024],
  [{ model: 'openai/gpt-image-1', size: '1024x1024', quality: 'high' }, 4160],
])('%j takes %i tokens', (parameters, tokens) => {
  expect(outputTokens(parameters)).toBe(tokens);
});

it.each<[string, GenerationParameters, number]>([
  ['the size', { model: 'gpt-image-1', quality: 'low' }, 408],
  ['the size, in a word', { model: 'gpt-image-1', size: 'auto', quality: 'low' }, 408],
  ['the quality', { model: 'gpt-image-1', size: '1024x1024' }, 4160],
  ['the quality, in a word', { model: 'gpt-image-1', size: '1024x1024', quality: 'auto' }, 4160],
  ['both', { model: 'gpt-image-1' }, 6240],
])('counts the dearest usual one when the server chooses %s', (_, parameters, tokens) => {
  expect(outputTokens(parameters)).toBe(tokens);
});

it.each(['low', 'medium'])(
  'takes three to four times as many for gpt-image-2.6 in quality %s as for 2.5',
  (quality) => {
    const tokens = (model: string): number => outputTokens({ model, size: '1024x1024', quality }) ?? NaN;
    const times = tokens('gpt-image-2.6-flare') / tokens('gpt-image-2.5-flare');
    expect(times).toBeGreaterThanOrEqual(3);
    expect(times).toBeLessThanOrEqual(4);
  },
);

describe('a size outside the table', () => {
  const tokens = (size: string, quality = 'high', model = 'gpt-image-2'): number =>
    outputTokens({ model, size, quality }) ?? NaN;

  /** What OpenAI's calculator says such pictures take (QuantumNous/new-api, cost-estimate tests). */
  it.each<[string, string, number]>([
    ['3840x2160', 'high', 13_342],
    ['2160x3840', 'high', 13_342],
    ['2880x2880', 'high', 23_719],
    ['2880x2880', 'medium', 5930],
    ['2880x2880', 'low', 659],
    ['1536x864', 'high', 4312],
    ['1536x864', 'medium', 1078],
    ['1792x1024', 'high', 5063],
    ['3584x2048', 'high', 12_329],
  ])('of %s in %s is not estimated below %i', (size, quality, taken) => {
    expect(tokens(size, quality)).toBeGreaterThanOrEqual(taken);
  });

  const model = fc.constantFrom(
    'gpt-image-1',
    'gpt-image-1-mini',
    'gpt-image-1.5',
    'gpt-image-2',
    'gpt-image-2.5-flare',
    'gpt-image-2.6-sunburst',
  );
  const quality = fc.constantFrom('low', 'medium', 'high', 'auto', 'xhigh', 'max', 'anything');
  const edge = fc.integer({ min: 256, max: 4096 });
  const size = fc
    .tuple(edge, edge)
    .map(([width, height]) => ({ text: `${width}x${height}`, pixels: width * height }));
  const usual = [
    { text: '1024x1024', pixels: 1024 * 1024 },
    { text: '1024x1536', pixels: 1024 * 1536 },
    { text: '1536x1024', pixels: 1536 * 1024 },
  ];
  const isUsual = ({ text }: { readonly text: string }): boolean => usual.some((one) => one.text === text);

  it('takes more with more pixels, whatever its shape', () => {
    fc.assert(
      fc.property(model, quality, size, size, (id, word, one, other) => {
        fc.pre(!isUsual(one) && !isUsual(other));
        const [small, large] = one.pixels <= other.pixels ? [one, other] : [other, one];
        expect(tokens(large.text, word, id)).toBeGreaterThanOrEqual(tokens(small.text, word, id));
      }),
    );
  });

  it('takes no fewer than a usual size with no more pixels', () => {
    fc.assert(
      fc.property(model, quality, size, fc.constantFrom(...usual), (id, word, one, known) => {
        fc.pre(known.pixels <= one.pixels);
        expect(tokens(one.text, word, id)).toBeGreaterThanOrEqual(
          isUsual(one) ? 0 : tokens(known.text, word, id),
        );
      }),
    );
  });

  it.each(['4K', '2K', '16:9', 'huge'])('takes the most there is where it is written as %j', (text) => {
    expect(tokens(text)).toBe(tokens('3840x2160'));
  });

  it.each(['1024 × 1536', '1024X1536', '1024*1536'])('is none where it is written as %j', (text) => {
    expect(tokens(text)).toBe(tokens('1024x1536'));
  });
});

it.each([
  ['gpt-image-2.5-flare', 'max'],
  ['gpt-image-2', 'high'],
  ['gpt-image-1', 'high'],
])('takes for an unknown quality word of %s as many as for %s', (model, dearest) => {
  const size = '1024x1024';
  expect(outputTokens({ model, size, quality: 'ultra' })).toBe(
    outputTokens({ model, size, quality: dearest }),
  );
});

it.each(['dall-e-3', 'dall-e-2', 'somebody/flux', ''])(
  'knows nothing of %j, which is not sold by tokens',
  (model) => {
    expect(outputTokens({ model, size: '1024x1024', quality: 'high' })).toBeUndefined();
  },
);
