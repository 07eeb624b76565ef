import { expect, it } from 'vitest';
import { MODEL_FAMILIES } from '@/utils/core/model/model-families';
import { DEFAULT_MODEL, familyOf, KNOWN_MODELS } from '@/utils/core/model/models';

it.each([
  ['gpt-image-1', 'gpt-image-1'],
  ['gpt-image-1-mini', 'gpt-image-1'],
  ['gpt-image-1.5', 'gpt-image-1'],
  ['gpt-image-1-2025-04-23', 'gpt-image-1'],
  ['chatgpt-image-latest', 'gpt-image-1'],
  ['gpt-image-2', 'gpt-image-2'],
  ['gpt-image-2-vip', 'gpt-image-2'],
  ['gpt-image-2.5-flare', 'gpt-image-2.5'],
  ['gpt-image-2.6-sunburst', 'gpt-image-2.6'],
  ['dall-e-2', 'dall-e-2'],
  ['dall-e-3', 'dall-e-3'],
  ['openai/dall-e-3', 'dall-e-3'],
  ['openrouter/openai/gpt-image-2', 'gpt-image-2'],
  ['GPT-Image-1', 'gpt-image-1'],
  ['flux-1-schnell', 'unknown'],
  ['my-gpt-image-1', 'unknown'],
  ['', 'unknown'],
])('%j belongs to the family %s', (model, family) => {
  expect(familyOf(model).name).toBe(family);
});

it('finds each described model in the family that describes it', () => {
  for (const family of MODEL_FAMILIES) {
    for (const model of family.models) expect(familyOf(model).name).toBe(family.name);
  }
});

it('names each model once, and the default among them', () => {
  expect(new Set(KNOWN_MODELS).size).toBe(KNOWN_MODELS.length);
  expect(KNOWN_MODELS).toContain(DEFAULT_MODEL);
});
