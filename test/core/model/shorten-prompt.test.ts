import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSentence, roomierModel } from '@/utils/core/model/shorten-prompt';
import { countCharacters } from '@/utils/core/text/prompt';

describe('cutAtSentence', () => {
  it.each([
    ['leaves what fits', 'A fox. A hare.', 14, 'A fox. A hare.'],
    ['cuts behind a sentence', 'A fox. A hare.', 10, 'A fox.'],
    ['cuts behind a Chinese sentence', '狐狸在雪中。野兔在跑。', 8, '狐狸在雪中。'],
    ['cuts behind a word where no sentence fits', 'A fox in deep snow', 10, 'A fox in'],
    ['cuts behind a character where no word fits', 'abcdefgh', 3, 'abc'],
    ['counts code points', '🦊🦊🦊. 🦊🦊', 5, '🦊🦊🦊.'],
  ])('%s', (_, prompt, limit, cut) => {
    expect(cutAtSentence(prompt, limit)).toBe(cut);
  });

  it('is never too long, and always the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (prompt, limit) => {
        const cut = cutAtSentence(prompt, limit);
        expect(countCharacters(cut)).toBeLessThanOrEqual(limit);
        expect(prompt.startsWith(cut)).toBe(true);
      }),
    );
  });
});

it.each([
  [['dall-e-3', 'gpt-image-2'], 'dall-e-3', 5000, 'gpt-image-2'],
  [['dall-e-3', 'dall-e-2'], 'dall-e-2', 3000, 'dall-e-3'],
  [['dall-e-3', 'dall-e-2'], 'dall-e-2', 5000, undefined],
  [['flux'], 'dall-e-2', 5000, undefined],
])('of %j instead of %s for %i characters there is %s', (models, model, length, other) => {
  expect(roomierModel(models, model, length)).toBe(other);
});
