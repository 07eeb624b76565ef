import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobFacts, hasWords, pictureFacts } from '@/utils/core/history/picture-facts';
import { markWords, normaliseText, searchWords } from '@/utils/core/text/search';
import { makeEntry, type EntryChanges } from '../../fixtures/entries';
import { makePassage } from '../../fixtures/jobs';

function finds(changes: EntryChanges, query: string): boolean {
  const entry = makeEntry('a', changes);
  return hasWords(pictureFacts(entry, jobFacts(entry.job)), searchWords(query));
}

describe('a search', () => {
  it.each([
    ['A Red Fox', 'fox red', true],
    ['A Red Fox', 'fox blue', false],
    ['清明龙舟竞渡图', '竞渡', true],
    ['ＦＵＬＬ width', 'full', true],
    ['Crème brûlée à la carte', 'creme BRULEE', true],
    ['creme brulee', 'brûlée', true],
    ['Ёлка', 'елка', true],
    ['हिन्दी', 'हन', false],
    ['한국어', '한국', true],
    ['anything', '  \n ', true],
    ['Straße', 'strasse', true],
    ['STRASSE', 'straße', true],
    ['ﬁsh and eﬀort', 'fish effort', true],
    ['don’t', "don't", true],
    ['“quoted” text', '"quoted"', true],
    ['a well–known sea—view', 'well-known sea-view', true],
    ['İstanbul ışık', 'istanbul isik', true],
    ['Đà Nẵng', 'da nang', true],
    ['smørrebrød œuvre', 'smorrebrod oeuvre', true],
    ['Łódź', 'lodz', true],
    ['Ὀδυσσεύς', 'οδυσσευς', true],
    ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς', true],
    ['бой', 'бои', false],
    ['моло\u0301ко', 'молоко', true],
    ['مُحَمَّد', 'محمد', true],
    ['أحمد إلى', 'احمد الي', true],
    ['مكتبة', 'مكتبه', true],
    ['کتاب', 'كتاب', true],
    ['ســلام', 'سلام', true],
    ['ﷲ', 'الله', true],
    ['שָׁלוֹם', 'שלום', true],
    ['מלכים', 'מלך', true],
    ['फ़िल्म', 'फिल्म', true],
    ['चाँद', 'चांद', true],
    ['कि', 'क', true],
    ['ｶﾞﾗｽ', 'ガラス', true],
    ['ガラス', 'がらす', true],
    ['かがみ', 'ががみ', false],
    ['1984', '１９８４', true],
    ['٢٠٢٤ ۲۰۲۴ २०२४', '2024', true],
    ['co\u00ADop\u200Beration', 'cooperation', true],
    ['نمی\u200Cخواهم', 'نمیخواهم', true],
    ['\u200Fright\u200F', 'right', true],
    ['❤\uFE0F', '❤', true],
    ['각', '\u1100\u1161\u11A8', true],
    ['Qurʾān', "qur'an", true],
    ['‹left› bank', "'left'", true],
    ['½ cup', '1/2', true],
    ['ڪتاب', 'كتاب', true],
  ])('in "%s" for "%s": %s', (prompt, query, found) => {
    expect(finds({ job: { prompt } }, query)).toBe(found);
  });

  it.each(['vixen', 'river bank', 'willows', 'on little cat', 'for the book', 'night', 'fox vixen willows'])(
    'looks at everything a person may remember: %s',
    (query) => {
      const changes = {
        picture: { revisedPrompt: 'A vixen', note: 'for the book', tags: ['night'] },
        job: {
          prompt: 'fox',
          passage: makePassage({ pageTitle: 'The River Bank', pageUrl: 'https://books.example/willows' }),
        },
      };
      expect(finds(changes, query)).toBe(true);
      expect(finds(changes, `${query} wolf`)).toBe(false);
    },
  );
});

describe('what was found', () => {
  const marked = (text: string, query: string): string =>
    markWords(text, searchWords(query))
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('');

  it.each([
    ['A red fox', '', 'A red fox'],
    ['A red fox', 'RED', 'A [red] fox'],
    ['red, redder', 'red', '[red], [red]der'],
    ['Café noir', 'cafe', '[Café] noir'],
    ['Cafe\u0301 noir', 'cafe', '[Cafe\u0301] noir'],
    ['清明龙舟竞渡图', '竞渡 清明', '[清明]龙舟[竞渡]图'],
    ['ﬁne', 'f', '[ﬁ]ne'],
    ['👩‍🚀 in space', 'space', '👩‍🚀 in [space]'],
    ['abab', 'ab ba', '[abab]'],
    ['', 'x', ''],
    ['مُحَمَّد هنا', 'محمد', '[مُحَمَّد] هنا'],
    ['Straße', 'ss', 'Stra[ß]e'],
    ['it’s here', "it's", '[it’s] here'],
    ['a co\u00ADop b', 'coop', 'a [co\u00ADop] b'],
    ['x ｶﾞﾗｽ y', 'ガラス', 'x [ｶﾞﾗｽ] y'],
    ['👨‍👩‍👧 at sea', '👨', '[👨‍👩‍👧] at sea'],
    ['x \u1100\u1161\u11A8 y', '각', 'x [\u1100\u1161\u11A8] y'],
    ['फ़िल्म', 'फिल्म', '[फ़िल्म]'],
    ['x か\u00AD\u3099 y', 'が', 'x [か\u00AD\u3099] y'],
    ['x か\u00AD\u3099 y', 'か', 'x か\u00AD\u3099 y'],
  ])('in "%s" for "%s" is marked as it was written: %s', (text, query, parts) => {
    expect(marked(text, query)).toBe(parts);
  });
});

describe('whatever is searched for', () => {
  const letters = fc.constantFrom(
    ...Array.from(
      'aAéﬁßİıœøđſ’“–Σςσжйёўאֱךمُّـٱىکةकि़ँか\u3099がｶﾞー\u1100\u1161각한中　\u00AD\u200D\uFE0F👨👩🏽٣७',
    ),
  );
  const texts = fc.string({
    unit: fc.oneof(
      letters,
      fc.string({ unit: 'grapheme', maxLength: 1 }),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
    maxLength: 24,
  });

  const words = fc.oneof(
    fc.record({ before: texts, word: texts, after: texts }),
    // A word that is cut out of the text, wherever that is.
    fc.record({ text: texts, at: fc.nat(24), length: fc.nat(8) }).map(({ text, at, length }) => ({
      before: text.slice(0, at),
      word: text.slice(at, at + length),
      after: text.slice(at + length),
    })),
  );

  it('is marked exactly where it is found, and what is marked is what was searched for', () => {
    fc.assert(
      fc.property(words, ({ before, word, after }) => {
        const text = `${before}${word}${after}`;
        const [query = ''] = searchWords(word);
        const parts = markWords(text, searchWords(word).slice(0, 1));
        const marked = parts.filter(({ found }) => found);
        expect(marked.length > 0).toBe(query !== '' && normaliseText(text).includes(query));
        for (const part of marked) expect(normaliseText(part.text)).toContain(query);
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
      {
        numRuns: 5000,
        examples: [
          [{ before: '', word: 'ᄀ\u0640', after: 'ᅡ' }],
          [{ before: '', word: 'ᄀ\u05B1', after: 'ᅡ' }],
        ],
      },
    );
  });

  it('is found in any text that holds it between blanks', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, word, after) => {
        const [query = ''] = searchWords(word);
        expect(normaliseText(`${before} ${word} ${after}`)).toContain(query);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a form that is its own form', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
