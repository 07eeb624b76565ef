import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picturePath, thumbnailPath } from '@/utils/core/archive/archive-format';
import { isUnsafeName } from '@/utils/core/archive/archive-limits';
import { pageItem, pageStart, type ArchivePageWords } from '@/utils/core/archive/archive-page';
import { makeEntry } from '../../fixtures/entries';
import { makePassage } from '../../fixtures/jobs';

const WORDS: ArchivePageWords = {
  language: 'en',
  direction: 'ltr',
  title: 'Depict',
  about: 'All',
  source: 'Page',
  time: () => 'a day',
};

function item(prompt: string, pageUrl = ''): string {
  const { picture, job } = makeEntry('a', { job: { prompt, passage: makePassage({ pageUrl }) } });
  const path = picturePath(picture, prompt);
  return pageItem({ picture, path }, job, WORDS);
}

describe('the page of an archive', () => {
  it('lets nothing run and nothing be fetched', () => {
    expect(pageStart(WORDS)).toContain(`default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'`);
  });

  it('keeps words words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (prompt) => {
        const tags = item(prompt).match(/<\/?\w+/g);
        expect(tags).toEqual(item('').match(/<\/?\w+/g));
      }),
    );
    expect(item('"><script>alert(1)</script>')).not.toContain('<script');
  });

  it('links to pages of the web only', () => {
    expect(item('a', 'https://example.org/?a=1&b="2"')).toContain(
      'href="https://example.org/?a=1&amp;b=%222%22"',
    );
    expect(item('a', 'javascript:alert(1)')).not.toContain('javascript');
    expect(item('a', 'file:///etc/passwd')).not.toContain('passwd');
  });
});

describe('the names of entries', () => {
  it('are safe everywhere, short, and lead to the entry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (prompt) => {
        const { picture } = makeEntry('a');
        const path = picturePath(picture, prompt);
        expect(isUnsafeName(path)).toBe(false);
        expect(Buffer.byteLength(path)).toBeLessThan(255);
        expect(decodeURIComponent(/href="([^"]+)"/.exec(item(prompt))?.[1] ?? '')).toBe(path);
      }),
    );
    expect(isUnsafeName(thumbnailPath('a'))).toBe(false);
  });
});
