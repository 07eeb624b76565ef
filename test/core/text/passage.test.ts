import { describe, expect, it } from 'vitest';
import {
  chooseSelection,
  quoteExcerpt,
  withoutCredentials,
  type ObservedSelection,
} from '@/utils/core/text/passage';

const LIMIT_OF_FIREFOX = 16_384;

function makeObserved(text: string): ObservedSelection {
  return { text, before: '', after: '', headings: [], language: 'en' };
}

describe('chooseSelection', () => {
  it('takes the words of the menu where no script may look', () => {
    expect(chooseSelection(null, 'a fox')).toBe('a fox');
  });

  it.each([
    ['line breaks that Chrome collapsed', 'first line\n\nsecond line', 'first line second line'],
    ['line breaks that Chrome dropped', '第一行\n第二行', '第一行第二行'],
    ['white space at the ends', '\n a fox \n', 'a fox'],
    ['a lone surrogate that Chrome hands over as three signs', 'a\uD83D fox', 'a\uFFFD\uFFFD\uFFFD fox'],
    ['emoji', '🦊 and 👨‍👩‍👧', '🦊 and 👨‍👩‍👧'],
    ['the same words', 'a fox', 'a fox'],
  ])('takes what the script saw in spite of %s', (_, seen, handed) => {
    expect(chooseSelection(makeObserved(seen), handed)).toBe(seen);
  });

  it('takes the whole text where Firefox cut it', () => {
    const seen = 'ab\n'.repeat(10_000);
    expect(chooseSelection(makeObserved(seen), seen.slice(0, LIMIT_OF_FIREFOX))).toBe(seen);
  });

  it('takes the whole text where Firefox cut through an emoji', () => {
    const seen = `a${'🦊'.repeat(10_000)}`;
    const cut = seen.slice(0, LIMIT_OF_FIREFOX);
    expect(cut.isWellFormed()).toBe(false);
    expect(chooseSelection(makeObserved(seen), cut)).toBe(seen);
  });

  it.each([
    ['another selection', 'a wolf', 'a fox'],
    ['more than was clicked', 'a fox in snow', 'a fox'],
    ['less than was clicked', 'a fox', 'a fox in snow'],
    ['another case', 'A FOX', 'a fox'],
    ['another long text', 'x'.repeat(20_000), 'y'.repeat(LIMIT_OF_FIREFOX)],
  ])('takes the words of the menu when the script saw %s', (_, seen, handed) => {
    expect(chooseSelection(makeObserved(seen), handed)).toBe(handed);
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['https://user:secret@example.org/a', 'https://example.org/a'],
    ['https://user@example.org/', 'https://example.org/'],
    ['file:///home/me/a.html', 'file:///home/me/a.html'],
    ['', ''],
    ['no address', ''],
  ])('makes of %j %j', (address, clean) => {
    expect(withoutCredentials(address)).toBe(clean);
  });
});

describe('quoteExcerpt', () => {
  it('leaves a short quote as it is', () => {
    expect(quoteExcerpt('The fog\ncomes')).toBe('The fog\ncomes');
  });

  it.each([
    ['words', `It begins ${'and goes on '.repeat(100)}and ends`, /^It begins [\s\S]+ … [\s\S]+ and ends$/],
    ['no spaces', `山${'水'.repeat(1000)}云`, /^山水+ … 水+云$/],
  ])('tells a long one of %s by its beginning and its end', (_, quote, form) => {
    const excerpt = quoteExcerpt(quote);
    expect(excerpt).toMatch(form);
    expect(excerpt.length).toBeLessThan(410);
  });
});
