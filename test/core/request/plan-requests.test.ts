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
    [4, 0, 10, [{ offset: 0, n: 4 }]],
    [
      3,
      0,
      1,
      [
        { offset: 0, n: 1 },
        { offset: 1, n: 1 },
        { offset: 2, n: 1 },
      ],
    ],
    [
      5,
      2,
      3,
      [
        { offset: 2, n: 3 },
        { offset: 5, n: 2 },
      ],
    ],
    [0, 4, 10, []],
  ])('for %i pictures from place %i on, %i at a time', (missing, offset, perRequest, planned) => {
    expect(planRequests(missing, offset, perRequest)).toEqual(planned);
  });

  it('ask for exactly what is missing, never for more at a time, and leave no gap', () => {
    const number = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.nat(30), fc.nat(10), number, (missing, offset, perRequest) => {
        const planned = planRequests(missing, offset, perRequest);
        expect(planned.reduce((sum, { n }) => sum + n, 0)).toBe(missing);
        expect(planned.every(({ n }) => n >= 1 && n <= perRequest)).toBe(true);
        const places = planned.flatMap((one) =>
          Array.from({ length: one.n }, (_, place) => one.offset + place),
        );
        expect(places).toEqual(Array.from({ length: missing }, (_, place) => offset + place));
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
