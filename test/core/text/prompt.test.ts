import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPrompt, countCharacters, promptProblem, promptTitle } from '@/utils/core/text/prompt';

const FAMILY = '👨‍👩‍👧';
const HEBREW = 'שועל אדום בשלג';

/** Any text, lone surrogates and invisible characters included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '\u2028', '\u200B', '\uD800', '\uDC00', '\u3000'),
  }),
);

describe('cleanPrompt', () => {
  it.each([
    ['leaves plain words alone', 'a fox in snow', 'a fox in snow'],
    ['makes nothing of nothing', '', ''],
    ['makes nothing of white space', ' \t\r\n\u3000\u00A0 ', ''],
    ['makes nothing of invisible characters', '\u200B\uFEFF\u2060\u00AD', ''],
    ['takes white space off both ends', '\n  a fox \n', 'a fox'],
    ['turns every kind of line break into one', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['takes blanks off line ends', 'a  \nb\t\r\nc', 'a\nb\nc'],
    ['keeps blanks at line beginnings and between words', 'a  b\n  c', 'a  b\n  c'],
    ['keeps one empty line and drops more', 'a\n\nb\n \n\t\n\nc', 'a\n\nb\n\nc'],
    ['takes soft hyphens and zero-width spaces out of words', 'fo\u00ADx\u200Bes', 'foxes'],
    ['makes lone surrogates readable', 'a\uD83Db\uDC00', 'a\uFFFDb\uFFFD'],
    ['keeps joined emoji whole', `${FAMILY} 🏳️‍🌈`, `${FAMILY} 🏳️‍🌈`],
    ['keeps right-to-left words and their marks', `\u200F${HEBREW}`, `\u200F${HEBREW}`],
  ])('%s', (_, text, cleaned) => {
    expect(cleanPrompt(text)).toBe(cleaned);
  });

  it('never cuts', () => {
    const long = 'fox '.repeat(50_000);
    expect(cleanPrompt(long)).toBe(long.trimEnd());
    expect(cleanPrompt('狐'.repeat(200_000))).toHaveLength(200_000);
  });

  it('ends in time on a long run of blanks, as preformatted text has them', () => {
    // Work that grows with the square of the run takes longer here than a test may.
    const words = `a${' '.repeat(100_000)}b`;
    expect(cleanPrompt(words)).toBe(words);
  });

  it('gives the same when it is done again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanPrompt(cleanPrompt(text))).toBe(cleanPrompt(text));
      }),
    );
  });

  it('gives well-formed text and loses nothing that is seen', () => {
    const seen = (text: string): string => text.toWellFormed().replace(/[\s\u200B\u2060\uFEFF\u00AD]/g, '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanPrompt(text).isWellFormed()).toBe(true);
        expect(seen(cleanPrompt(text))).toBe(seen(text));
      }),
    );
  });
});

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['漢字', 2],
    ['🦊', 1],
    [FAMILY, 5],
    ['e\u0301', 2],
  ])('counts %j as the API does: %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('promptProblem', () => {
  it.each([
    ['nothing', '', 10, { kind: 'emptyPrompt' }],
    ['as many characters as allowed', 'x'.repeat(10), 10, undefined],
    ['one more', 'x'.repeat(11), 10, { kind: 'promptTooLong', limit: 10, actual: 11 }],
    ['emoji that take two units each', '🦊'.repeat(10), 10, undefined],
    ['one emoji too many', '🦊'.repeat(11), 10, { kind: 'promptTooLong', limit: 10, actual: 11 }],
    ['200,000 characters without a known limit', 'x'.repeat(200_000), undefined, undefined],
  ])('of %s', (_, prompt, limit, problem) => {
    expect(promptProblem(prompt, limit)).toEqual(problem);
  });
});

describe('promptTitle', () => {
  it.each([
    ['a short prompt as it is', 'a fox', 10, 'a fox'],
    ['a prompt of just the length', '0123456789', 10, '0123456789'],
    ['a longer one cut', '0123456789a', 10, '0123456789…'],
    ['no blank before the dots', '012345678 abc', 10, '012345678…'],
    ['lines as one', 'a\nfox\n\nin snow', 20, 'a fox in snow'],
    ['joined emoji whole', FAMILY.repeat(3), 2, `${FAMILY}${FAMILY}…`],
    ['letters with their accents', 'e\u0301e\u0301e\u0301', 2, 'e\u0301e\u0301…'],
    ['flags whole', '🇫🇷🇩🇪🇯🇵', 2, '🇫🇷🇩🇪…'],
    ['the beginning of 200,000 characters', '狐'.repeat(200_000), 3, '狐狐狐…'],
  ])('shows %s', (_, prompt, length, title) => {
    expect(promptTitle(prompt, length)).toBe(title);
  });
});
