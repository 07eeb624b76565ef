import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '@/utils/core/text/passage';
import { passageLink } from '@/utils/core/text/passage-link';
import { makePassage } from '../../fixtures/jobs';

/** A passage with nothing round it. */
const alone = (quote: string, changes: Partial<Passage> = {}): Passage =>
  makePassage({ quote, before: '', after: '', pageUrl: 'https://example.org/poems', ...changes });

/** What a link looks for, decoded part by part. */
function lookedFor(passage: Passage): string[] {
  const [, directives = ''] = passageLink(passage)?.split(':~:text=') ?? [];
  const [directive = ''] = directives.split('&');
  return directive
    .split(',')
    .map((part) =>
      part.startsWith('-') ? `-${decodeURIComponent(part.slice(1))}` : decodeURIComponent(part),
    );
}

describe('the address of the page', () => {
  it.each([
    ['https://example.org/poems', 'https://example.org/poems#:~:text=fog'],
    ['https://example.org/poems?a=1&b', 'https://example.org/poems?a=1&b#:~:text=fog'],
    ['https://example.org/poems#', 'https://example.org/poems#:~:text=fog'],
    ['https://example.org/poems#fog', 'https://example.org/poems#fog:~:text=fog'],
    ['https://example.org/poems#fog:~:text=old', 'https://example.org/poems#fog:~:text=fog'],
    ['https://example.org/poems#:~:text=old,words', 'https://example.org/poems#:~:text=fog'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/#:~:text=fog'],
  ])('%s becomes %s', (pageUrl, link) => {
    expect(passageLink(alone('fog', { pageUrl }))).toBe(link);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'file:///home/a.html',
    'about:blank',
    'data:text/html,a',
    'no address',
  ])('%j leads nowhere', (pageUrl) => {
    expect(passageLink(alone('fog', { pageUrl }))).toBeUndefined();
  });

  it('leads to the page where there is no word to look for', () => {
    expect(passageLink(alone(' \n '))).toBe('https://example.org/poems');
  });
});

describe('a short quote', () => {
  it('is looked for as it stands, with spaces as they are rendered', () => {
    expect(lookedFor(alone('  the  fog\u00A0comes ', { language: '' }))).toEqual(['the fog comes']);
  });

  it('has the signs of the directive written so that they are none', () => {
    expect(passageLink(alone('a-shake, b & c'))).toBe(
      'https://example.org/poems#:~:text=a%2Dshake%2C%20b%20%26%20c',
    );
  });

  it('is told from equal ones by the words round it', () => {
    const passage = alone('fog', { before: 'It was the ', after: ' that came in from the sea, and' });
    expect(lookedFor(passage)).toEqual(['It was the-', 'fog', '-that came in']);
  });

  it('is told by words of its own sentence rather than of another', () => {
    const passage = alone('The fog comes', { before: 'A heading. Then ', after: ' in.It sits' });
    expect(lookedFor(passage)).toEqual(['Then-', 'The fog comes', '-in']);
  });

  it('of some words is looked for alone, too, should its surroundings stand in another paragraph', () => {
    const passage = alone('on little cat feet', { before: 'comes ', after: '' });
    expect(passageLink(passage)).toMatch(
      /:~:text=comes-,on%20little%20cat%20feet&text=on%20little%20cat%20feet$/,
    );
    expect(passageLink(alone('cat feet', { before: 'little ' }))).toMatch(/:~:text=little-,cat%20feet$/);
  });

  it('is not told by words that were cut at the edge of what is kept', () => {
    const before = `${'x'.repeat(58)} the `.padStart(64, 'y');
    const after = ' in'.padEnd(64, 'z');
    expect(lookedFor(alone('fog', { before, after }))).toEqual(['the-', 'fog']);
  });

  it('loses what a selection cut off words, for words are found whole', () => {
    expect(lookedFor(alone('hake and a shiv', { before: 'was a s', after: 'er of the' }))).toEqual(['and a']);
  });

  it('of one word that was cut is looked for all the same', () => {
    expect(lookedFor(alone('hiv', { before: 'was a s', after: 'er of the' }))).toEqual(['hiv']);
  });
});

describe('a quote across lines', () => {
  it('is looked for by its first and its last words', () => {
    const quote =
      'The fog comes on little cat feet.\n\nIt sits looking over harbor and city on silent haunches';
    expect(lookedFor(alone(quote))).toEqual([
      'The fog comes on little cat',
      'harbor and city on silent haunches',
    ]);
  });

  it('takes no word of another line', () => {
    expect(lookedFor(alone('Fog\nThe fog comes\nHaunches'))).toEqual(['Fog', 'Haunches']);
  });

  it('of cells is one, too', () => {
    expect(lookedFor(alone('Fog\t1916'))).toEqual(['Fog', '1916']);
  });
});

describe('a long quote', () => {
  it('is looked for by its first and its last words, without what is round it', () => {
    const quote = `It begins here with ${'word '.repeat(80)}and it ends right there`;
    expect(lookedFor(alone(quote, { before: 'so ', after: ' and' }))).toEqual([
      'It begins here with word word',
      'word and it ends right there',
    ]);
  });
});

describe('Chinese', () => {
  const zh = { language: 'zh-CN' };

  it('has words, though nothing stands between them', () => {
    const quote = `山间古寺的钟声，${'龙舟竞渡的少年望着远处的灯塔，'.repeat(12)}倒映在湖面上`;
    const [start = '', end = ''] = lookedFor(alone(quote, zh));
    expect(quote.startsWith(start)).toBe(true);
    expect(quote.endsWith(end)).toBe(true);
    expect(start.length).toBeGreaterThan(6);
    expect(start.length).toBeLessThan(20);
  });

  it('is told from equal words by those round it', () => {
    const passage = alone('灯塔', { ...zh, before: '少年望着远处的', after: '，没有说话' });
    expect(lookedFor(passage)).toEqual([
      expect.stringMatching(/^.{2,8}-$/u),
      '灯塔',
      expect.stringMatching(/^-，.+/u),
    ]);
  });
});

it('takes whatever pages say of their language', () => {
  for (const language of ['', 'en_US', 'x', '中文', 'zh-Hans-CN']) {
    expect(lookedFor(alone('fog', { language })), language).toEqual(['fog']);
  }
});

it('is an address of the same page, whatever was selected', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (quote, before, after) => {
      const link = passageLink(makePassage({ quote, before, after })) ?? '';
      expect(URL.parse(link)?.href.startsWith('https://example.org/poems#fog')).toBe(true);
      expect(link).not.toMatch(/\s/);
    }),
  );
});
