import { expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { outputTokens } from '@/utils/core/money/output-tokens';

it.each<[GenerationParameters, number]>([
  [{ model: 'gpt-image-1', size: '1024x1024', quality: 'low' }, 272],
  [{ model: 'gpt-image-1-mini', size: '1024x1536', quality: 'medium' }, 1875],
  [{ model: 'openai/gpt-image-1-mini-2025-10-06', size: '1024x1536', quality: 'medium' }, 1875],
  [{ model: 'gpt-image-1.5', size: '1536x1024', quality: 'high' }, 6208],
  [{ model: 'gpt-image-2', size: '1536x1024', quality: 'high' }, 5488],
  [{ model: 'gpt-image-2.5-flare', size: '1024x1024', quality: 'max' }, 7024],
  [{ model: 'gpt-image-2', size: '2048x2048', quality: 'high' }, 7024],
  [{ model: 'gpt-image-2', size: '1088x1920', quality: 'medium' }, 1372],
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

it.each(['dall-e-3', 'dall-e-2', 'somebody/flux', ''])(
  'knows nothing of %j, which is not sold by tokens',
  (model) => {
    expect(outputTokens({ model, size: '1024x1024', quality: 'high' })).toBeUndefined();
  },
);
