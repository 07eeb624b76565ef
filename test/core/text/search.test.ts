import { describe, expect, it } from 'vitest';
import { jobFacts, hasWords, pictureFacts } from '@/utils/core/history/picture-facts';
import { markWords, searchWords } from '@/utils/core/text/search';
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
  ])('in "%s" for "%s" is marked as it was written: %s', (text, query, parts) => {
    expect(marked(text, query)).toBe(parts);
  });
});
