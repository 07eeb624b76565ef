import { expect, it } from 'vitest';
import { retirementOf } from '@/utils/core/model/model-retirements';
import { KNOWN_MODELS } from '@/utils/core/model/models';

it.each([
  ['dall-e-2', '2026-05-12'],
  ['dall-e-3', '2026-05-12'],
  ['gpt-image-1', '2026-10-23'],
  ['gpt-image-1-mini', '2026-12-01'],
  ['gpt-image-1.5', '2026-12-01'],
  ['chatgpt-image-latest', '2026-12-01'],
])('%s retires on %s', (model, day) => {
  expect(retirementOf(model)).toBe(day);
});

it('the models of today retire on no day that is known', () => {
  const current = KNOWN_MODELS.filter((model) => retirementOf(model) === undefined);
  expect(current).toEqual([
    'gpt-image-2.6-flare',
    'gpt-image-2.6-sunburst',
    'gpt-image-2.5-flare',
    'gpt-image-2.5-sunburst',
    'gpt-image-2',
  ]);
});

it.each(['somebody/flux', ''])('nothing is known of %j', (model) => {
  expect(retirementOf(model)).toBeUndefined();
});
