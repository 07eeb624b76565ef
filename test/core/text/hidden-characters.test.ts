import { expect, it } from 'vitest';
import { holdsHiddenCharacters } from '@/utils/core/text/hidden-characters';

const tags = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');

it.each([
  ['tags', `a fox${tags('and a bear')}`, true],
  ['tags behind a flag that ended', `\u{1F3F4}${tags('gbeng')}\u{E007F} ${tags('x')}`, true],
  ['a row of variation selectors', 'a\uFE01\u{E0100}\u{E0155}', true],
  ['the flag of England', `\u{1F3F4}${tags('gbeng')}\u{E007F}`, false],
  ['emoji with joiners and selectors', '❤️‍🔥 👨‍👩‍👧 ☎️', false],
  ['an ideograph with a variant', '葛\u{E0100}飾', false],
  ['Mongolian, Persian and Thai', 'ᠮᠣᠩ\u180Bᠭᠣᠯ می\u200Cخواهم เพชร', false],
  ['soft hyphens and zero-width spaces', 'co\u00ADop\u200Beration', false],
])('in %s', (_, text, holds) => {
  expect(holdsHiddenCharacters(text)).toBe(holds);
});
