import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imagesPerRequest, parametersOf, planRequests } from '@/utils/core/request/plan-requests';
import { createProvider } from '@/utils/core/server/provider';
import { knowNothing, learn } from '@/utils/core/server/server-knowledge';

const PROVIDER = createProvider('server-1');
const NOTHING = knowNothing('server-1');

describe('how many pictures one request asks for', () => {
  it.each([
    ['gpt-image-1', 10],
    ['dall-e-2', 10],
    ['dall-e-3', 1],
    ['openai/dall-e-3', 1],
    ['somebody/flux', 10],
  ])('of %s is up to %i', (model, most) => {
    expect(imagesPerRequest(model, PROVIDER, NOTHING)).toBe(most);
  });

  it('is one at a server set up so', () => {
    const provider = createProvider('server-1', { onePicturePerRequest: true });
    expect(imagesPerRequest('gpt-image-1', provider, NOTHING)).toBe(1);
  });

  it('is one of a model the server was seen to draw one of, and of no other', () => {
    const known = learn(NOTHING, { type: 'drawsOne', model: 'gpt-image-1' });
    expect(imagesPerRequest('gpt-image-1', PROVIDER, known)).toBe(1);
    expect(imagesPerRequest('gpt-image-2', PROVIDER, known)).toBe(10);
  });
});

describe('the requests of a job', () => {
  it.each([
    [[0, 1, 2, 3], 10, [{ indexes: [0, 1, 2, 3] }]],
    [[0, 1, 2], 1, [{ indexes: [0] }, { indexes: [1] }, { indexes: [2] }]],
    [[0, 2, 5], 2, [{ indexes: [0, 2] }, { indexes: [5] }]],
    [[], 10, []],
  ])('for the pictures %j, %i at a time', (indexes, perRequest, planned) => {
    expect(planRequests(indexes, perRequest)).toEqual(planned);
  });

  it('ask for exactly these pictures, in their order, and never for more at a time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30)), fc.integer({ min: 1, max: 30 }), (indexes, perRequest) => {
        const planned = planRequests(indexes, perRequest);
        expect(planned.flatMap((one) => one.indexes)).toEqual(indexes);
        const sizes = planned.map((one) => one.indexes.length);
        expect(sizes.every((size) => size >= 1 && size <= perRequest)).toBe(true);
      }),
    );
  });

  it('ask with the parameters of the job, and their own number', () => {
    expect(parametersOf({ model: 'dall-e-3', style: 'vivid', n: 4 }, 1)).toEqual({
      model: 'dall-e-3',
      style: 'vivid',
      n: 1,
    });
  });
});
