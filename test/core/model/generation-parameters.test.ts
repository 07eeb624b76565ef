import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHOICE_PARAMETERS,
  choicesFor,
  fitParameters,
  MAXIMUM_IMAGES,
  takesValue,
  withParameter,
  type GenerationParameters,
} from '@/utils/core/model/generation-parameters';
import { KNOWN_MODELS } from '@/utils/core/model/models';

describe('what a model is offered', () => {
  it.each([
    ['gpt-image-1', ['size', 'quality', 'background', 'moderation', 'output_format']],
    ['gpt-image-2.6-flare', ['size', 'quality', 'background', 'moderation', 'output_format']],
    ['dall-e-3', ['size', 'quality', 'style']],
    ['dall-e-2', ['size']],
    ['some-other-model', ['size', 'quality', 'background', 'moderation', 'style', 'output_format']],
  ])('%s takes %j', (model, parameters) => {
    const taken = CHOICE_PARAMETERS.filter((parameter) => choicesFor(model, parameter).length > 0);
    expect(taken).toEqual(parameters);
  });

  it('has the sizes of the documentation', () => {
    expect(choicesFor('gpt-image-1', 'size')).toEqual(['auto', '1024x1024', '1536x1024', '1024x1536']);
    expect(choicesFor('dall-e-3', 'size')).toEqual(['1024x1024', '1792x1024', '1024x1792']);
    expect(choicesFor('dall-e-2', 'size')).toEqual(['256x256', '512x512', '1024x1024']);
  });
});

describe('fitParameters', () => {
  const EVERYTHING = {
    n: 4,
    size: '1024x1024',
    quality: 'high',
    background: 'transparent',
    moderation: 'low',
    style: 'vivid',
    output_format: 'webp',
    output_compression: 70,
    stream: true,
    partial_images: 2,
    user: 'reader-7',
  };

  it.each<[string, GenerationParameters, GenerationParameters]>([
    [
      'drops for gpt-image what only dall-e takes',
      { ...EVERYTHING, model: 'gpt-image-1' },
      {
        model: 'gpt-image-1',
        n: 4,
        size: '1024x1024',
        quality: 'high',
        background: 'transparent',
        moderation: 'low',
        output_format: 'webp',
        output_compression: 70,
        stream: true,
        partial_images: 2,
        user: 'reader-7',
      },
    ],
    [
      'drops for dall-e-3 what only gpt-image takes',
      { ...EVERYTHING, model: 'dall-e-3' },
      { model: 'dall-e-3', n: 4, size: '1024x1024', style: 'vivid', user: 'reader-7' },
    ],
    [
      'drops for dall-e-2 all but size and number',
      { ...EVERYTHING, model: 'dall-e-2' },
      { model: 'dall-e-2', n: 4, size: '1024x1024', user: 'reader-7' },
    ],
    ['keeps the prefix of a vendor', { model: 'openai/dall-e-3' }, { model: 'openai/dall-e-3' }],
    [
      'takes any value for a model nobody described',
      { model: 'flux', size: '8K', quality: 'ultra' },
      { model: 'flux', size: '8K', quality: 'ultra' },
    ],
    [
      'takes a free size',
      { model: 'gpt-image-2', size: '1920x1088' },
      { model: 'gpt-image-2', size: '1920x1088' },
    ],
    ['drops a size that is none', { model: 'gpt-image-2', size: 'wide' }, { model: 'gpt-image-2' }],
    [
      'drops a transparency that JPEG cannot show',
      { model: 'gpt-image-1', background: 'transparent', output_format: 'jpeg' },
      { model: 'gpt-image-1', output_format: 'jpeg' },
    ],
    [
      'drops a compression that PNG does not know',
      { model: 'gpt-image-1', output_format: 'png', output_compression: 50 },
      { model: 'gpt-image-1', output_format: 'png' },
    ],
    [
      'drops previews without a stream',
      { model: 'gpt-image-1', partial_images: 2 },
      { model: 'gpt-image-1' },
    ],
    [
      'holds numbers within their bounds',
      {
        model: 'gpt-image-1',
        stream: true,
        partial_images: 9,
        output_format: 'jpeg',
        output_compression: -4,
      },
      {
        model: 'gpt-image-1',
        stream: true,
        partial_images: 3,
        output_format: 'jpeg',
        output_compression: 0,
      },
    ],
    ['adds nothing that was not chosen', { model: 'some-other-model' }, { model: 'some-other-model' }],
    ['drops a size of another model', { model: 'dall-e-3', size: '1536x1024' }, { model: 'dall-e-3' }],
    ['drops empty values', { model: 'gpt-image-1', size: '', user: '  ' }, { model: 'gpt-image-1' }],
    [
      'takes blanks off the user',
      { model: 'gpt-image-1', user: ' me ' },
      { model: 'gpt-image-1', user: 'me' },
    ],
  ])('%s', (_, wanted, fitted) => {
    expect(fitParameters(wanted)).toEqual(fitted);
  });

  it.each([
    [undefined, undefined],
    [1, undefined],
    [2, 2],
    [10, 10],
    [11, 10],
    [1e9, 10],
    [Infinity, 10],
    [0, undefined],
    [-3, undefined],
    [2.9, 2],
    [Number.NaN, undefined],
  ])('of %s pictures asks for %s', (n, asked) => {
    expect(fitParameters({ model: 'gpt-image-1', ...(n !== undefined && { n }) }).n).toBe(asked);
  });

  const anyValue = fc.oneof(
    fc.string(),
    fc.constantFrom('auto', 'high', 'hd', 'vivid', 'low', 'transparent', '1024x1024', '3840x2160'),
  );
  const anyWish = fc.record(
    {
      model: fc.oneof(fc.constantFrom(...KNOWN_MODELS), fc.string()),
      n: fc.double(),
      size: anyValue,
      quality: anyValue,
      background: anyValue,
      moderation: anyValue,
      style: anyValue,
      output_format: anyValue,
      output_compression: fc.double(),
      stream: fc.boolean(),
      partial_images: fc.integer(),
      user: fc.string(),
    },
    { requiredKeys: ['model'] },
  );

  it('sends only what the model offers, never more than was wished for', () => {
    fc.assert(
      fc.property(anyWish, (wanted) => {
        const fitted = fitParameters(wanted);
        expect(fitted.model).toBe(wanted.model);
        for (const parameter of CHOICE_PARAMETERS) {
          const value = fitted[parameter];
          if (value === undefined) continue;
          expect(value).toBe(wanted[parameter]);
          expect(takesValue(wanted.model, parameter, value)).toBe(true);
        }
        const { n = 1 } = fitted;
        expect(Number.isInteger(n) && n >= 1 && n <= MAXIMUM_IMAGES).toBe(true);
        expect(fitParameters(fitted)).toEqual(fitted);
      }),
    );
  });
});

describe('withParameter', () => {
  const CHOSEN = { model: 'dall-e-3', size: '1024x1024', quality: 'hd' };

  it.each([
    ['adds a choice', 'style', 'vivid', { ...CHOSEN, style: 'vivid' }],
    ['changes a choice', 'quality', 'standard', { ...CHOSEN, quality: 'standard' }],
    ['gives a choice back to the server', 'quality', '', { model: 'dall-e-3', size: '1024x1024' }],
    ['has nothing to give back', 'user', '', CHOSEN],
  ] as const)('%s', (_, name, value, parameters) => {
    expect(withParameter(CHOSEN, name, value)).toEqual(parameters);
  });
});
