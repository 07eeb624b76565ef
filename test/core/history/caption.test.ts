import { describe, expect, it } from 'vitest';
import { captionOf } from '@/utils/core/history/caption';
import { searchWords } from '@/utils/core/text/search';
import { makeEntry } from '../../fixtures/entries';
import { makePassage } from '../../fixtures/jobs';

const LONG = `${'once upon a time '.repeat(9)}there was a fox`;

const ENTRY = makeEntry('a', {
  job: { prompt: LONG, passage: makePassage({ pageTitle: 'The River Bank' }) },
});

const caption = (query: string): string =>
  captionOf(ENTRY, searchWords(query))
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('');

describe('a caption', () => {
  it('is the prompt, as far as anybody sees it', () => {
    expect(caption('')).toBe(LONG.slice(0, 160));
  });

  it('begins shortly before what was found', () => {
    expect(caption('fox')).toBe('…upon a time there was a [fox]');
    expect(caption('once')).toMatch(/^\[once\] upon a time \[once\]/);
  });

  it('is the text that has the words where the prompt has none', () => {
    expect(caption('river')).toBe('The [River] Bank');
    expect(caption('time river bank')).toBe('The [River] [Bank]');
  });
});
