import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowNothing, learn, type Lesson, type ServerKnowledge } from '@/utils/core/server/server-knowledge';

const NOTHING = knowNothing('server-1');

function learnAll(...lessons: readonly Lesson[]): ServerKnowledge {
  return lessons.reduce(learn, NOTHING);
}

const REFUSES: Lesson = { type: 'refuses', model: 'gpt-image-1', field: 'background' };

describe('what is known of a server', () => {
  it('is nothing at first', () => {
    expect(NOTHING).toEqual({ providerId: 'server-1', refused: {}, onePerRequest: [] });
  });

  it.each<[string, Lesson, Partial<ServerKnowledge>]>([
    ['a field it refuses', REFUSES, { refused: { 'gpt-image-1': ['background'] } }],
    ['a model it draws one of', { type: 'drawsOne', model: 'flux' }, { onePerRequest: ['flux'] }],
    ['the slash at the end of its path', { type: 'trailingSlash' }, { trailingSlash: true }],
    ['a pause', { type: 'pause', until: 9000 }, { pausedUntil: 9000 }],
    ['its models', { type: 'models', models: [{ id: 'flux' }] }, { models: [{ id: 'flux' }] }],
    [
      'its prices',
      { type: 'prices', prices: [{ model: 'flux', perPicture: 0.01 }] },
      { prices: [{ model: 'flux', perPicture: 0.01 }] },
    ],
  ])('takes in %s', (_, lesson, known) => {
    expect(learn(NOTHING, lesson)).toEqual({ ...NOTHING, ...known });
  });

  it('has refused fields by model', () => {
    const { refused } = learnAll(
      REFUSES,
      { ...REFUSES, field: 'moderation' },
      { ...REFUSES, model: 'gpt-image-2' },
    );
    expect(refused).toEqual({ 'gpt-image-1': ['background', 'moderation'], 'gpt-image-2': ['background'] });
  });

  it('understands a refused number as one picture at a time', () => {
    expect(learn(NOTHING, { type: 'refuses', model: 'flux', field: 'n' })).toEqual({
      ...NOTHING,
      onePerRequest: ['flux'],
    });
  });

  it('never makes a pause shorter', () => {
    expect(learnAll({ type: 'pause', until: 9000 }, { type: 'pause', until: 3000 }).pausedUntil).toBe(9000);
    expect(learnAll({ type: 'pause', until: 9000 }, { type: 'pause', until: 12_000 }).pausedUntil).toBe(
      12_000,
    );
  });

  it('has the newest models in place of the old ones', () => {
    const { models } = learnAll(
      { type: 'models', models: [{ id: 'old' }] },
      { type: 'models', models: [{ id: 'new' }] },
    );
    expect(models).toEqual([{ id: 'new' }]);
  });

  const word = fc.constantFrom('gpt-image-1', 'flux', 'n', 'size');
  const anyLesson: fc.Arbitrary<Lesson> = fc.oneof(
    fc.record({ type: fc.constant('refuses' as const), model: word, field: word }),
    fc.record({ type: fc.constant('drawsOne' as const), model: word }),
    fc.record({ type: fc.constant('trailingSlash' as const) }),
    fc.record({ type: fc.constant('pause' as const), until: fc.nat() }),
  );

  it('is the same however often it is told, and nothing of it gets lost', () => {
    fc.assert(
      fc.property(fc.array(anyLesson), (lessons) => {
        const known = learnAll(...lessons);
        expect(lessons.reduce(learn, known)).toEqual(known);
        expect(known.providerId).toBe('server-1');
      }),
    );
  });
});
