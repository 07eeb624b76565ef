import { describe, expect, it } from 'vitest';
import { matchesWords, searchWords } from '@/utils/core/search';
import { makeJob } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';

function finds(prompt: string, query: string): boolean {
  return matchesWords({ picture: makePicture(), job: makeJob({ prompt }) }, searchWords(query));
}

describe('a search', () => {
  it.each([
    { prompt: 'A Red Fox', query: 'fox red', found: true },
    { prompt: 'A Red Fox', query: 'fox blue', found: false },
    { prompt: '清明龙舟竞渡图', query: '竞渡', found: true },
    { prompt: 'ＦＵＬＬ width', query: 'full', found: true },
    { prompt: 'anything', query: '  \n ', found: true },
  ])('$query in "$prompt": $found', ({ prompt, query, found }) => {
    expect(finds(prompt, query)).toBe(found);
  });

  it('looks at the revised prompt and the page, too', () => {
    const passage = {
      quote: 'x',
      before: '',
      after: '',
      headings: [],
      language: '',
      pageTitle: 'The River Bank',
      pageUrl: 'https://books.example/willows',
    };
    const entry = {
      picture: makePicture({ revisedPrompt: 'A vixen' }),
      job: makeJob({ prompt: 'fox', passage }),
    };
    for (const query of ['vixen', 'river bank', 'willows']) {
      expect(matchesWords(entry, searchWords(query)), query).toBe(true);
    }
    expect(matchesWords(entry, searchWords('wolf'))).toBe(false);
  });
});
