import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '@/utils/core/text/text-difference';

/** Both texts, with what is their own in brackets. */
const compared = (one: string, other: string): readonly string[] =>
  compareTexts(one, other).map((parts) =>
    parts.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join(''),
  );

describe('two texts', () => {
  it.each([
    ['a red fox', 'a red fox', 'a red fox', 'a red fox'],
    ['a red fox in snow', 'a blue fox in snow', 'a [red] fox in snow', 'a [blue] fox in snow'],
    ['a fox', 'a fox, in ink', 'a fox', 'a fox[, in ink]'],
    ['one two three', 'zero two four', '[one] two [three]', '[zero] two [four]'],
    ['', 'a fox', '', '[a fox]'],
    ['一只橘猫在雪地里', '一只黑猫在雪地里', '一只[橘]猫在雪地里', '一只[黑]猫在雪地里'],
  ])('%j and %j', (one, other, left, right) => {
    expect(compared(one, other)).toEqual([left, right]);
  });

  it('of many words are told as a whole between their equal ends', () => {
    const words = (name: string) => Array.from({ length: 900 }, (_, index) => `${name}${index}`).join(' ');
    const [left] = compareTexts(`a ${words('x')} z`, `a ${words('y')} z`);
    expect(left.map(({ isOwn }) => isOwn)).toEqual([false, true, false]);
  });
});

it('loses nothing of either text, and what is not their own is the same', () => {
  const text = fc.array(fc.constantFrom('fox', 'hare', ' ', ', ', '猫', '\n')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const both = compareTexts(one, other);
      expect(both.map((parts) => parts.map((part) => part.text).join(''))).toEqual([one, other]);
      const [left, right] = both.map((parts) =>
        parts
          .filter(({ isOwn }) => !isOwn)
          .map((part) => part.text)
          .join(''),
      );
      expect(left).toBe(right);
    }),
  );
});
