import { describe, expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { estimateCost, estimateJob } from '@/utils/core/money/cost';

const SQUARE = '1024x1024';

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
