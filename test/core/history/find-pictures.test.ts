import { describe, expect, it } from 'vitest';
import { countFilters, findPictures } from '@/utils/core/history/find-pictures';
import { createHistoryIndex } from '@/utils/core/history/history-index';
import {
  formatQuery,
  parseQuery,
  setFilter,
  WHOLE_HISTORY,
  type HistoryQuery,
} from '@/utils/core/history/history-query';
import { makeEntry, type EntryChanges } from '../../fixtures/entries';
import { makeJobIn, makePassage } from '../../fixtures/jobs';

const day = (date: number, hour = 12): number => new Date(2026, 4, date, hour).getTime();

const ENTRIES: Readonly<Record<string, EntryChanges>> = {
  a: { picture: { favorite: true, width: 1024, height: 1024, createdAt: day(1, 0) } },
  b: { picture: { tags: ['sea', 'blue'], createdAt: day(2) }, job: { parameters: { model: 'dall-e-3' } } },
  c: { picture: { note: 'for the cover', width: 1536, height: 1024, createdAt: day(3, 23) } },
  d: {
    picture: { favorite: true, createdAt: day(4) },
    job: { ...makeJobIn('failed'), id: 'job-d', passage: makePassage(), baseUrl: 'https://other.example/v1' },
  },
};

const index = createHistoryIndex();
for (const [name, changes] of Object.entries(ENTRIES)) index.put([makeEntry(name, changes)]);
const FACTS = Object.keys(ENTRIES).flatMap((name) => index.get(`picture-${name}`) ?? []);

const ask = (hash: string): HistoryQuery => parseQuery(new URLSearchParams(hash));
const find = (hash: string): string =>
  findPictures(FACTS, ask(hash))
    .map(({ id }) => id.slice('picture-'.length))
    .join('');

describe('filters', () => {
  it.each([
    ['', 'abcd'],
    ['model=dall-e-3', 'b'],
    ['server=other.example', 'd'],
    ['site=example.org', 'd'],
    ['size=1024+×+1024', 'a'],
    ['shape=square', 'a'],
    ['shape=landscape', 'c'],
    ['shape=portrait', 'bd'],
    ['state=failed', 'd'],
    ['tag=blue', 'b'],
    ['favorite=1', 'ad'],
    ['noted=1', 'c'],
    ['from=2026-05-02', 'bcd'],
    ['to=2026-05-03', 'abc'],
    ['from=2026-05-01&to=2026-05-01', 'a'],
    ['favorite=1&shape=portrait', 'd'],
    ['q=cover', 'c'],
    ['q=words+of&favorite=1', 'a'],
    ['model=nothing', ''],
  ])('%s let through %s', (hash, names) => {
    expect(find(hash)).toBe(names);
  });

  it('count what each choice would show beside the others', () => {
    const counts = countFilters(FACTS, ask('favorite=1&shape=portrait'));
    // Of the two favorites one is square; the other shapes are told as if none were chosen.
    expect([...counts.shape]).toEqual([
      ['square', 1],
      ['portrait', 1],
    ]);
    // Of the portraits one is a favorite.
    expect(counts.favorite.get('1')).toBe(1);
    expect([...counts.model]).toEqual([['gpt-image-1', 1]]);
    expect([...counts.tag]).toEqual([]);
  });

  it('count only what has the words', () => {
    expect([...countFilters(FACTS, ask('q=cover')).shape]).toEqual([['landscape', 1]]);
  });
});

describe('an address', () => {
  it.each([
    '',
    'q=red+fox&order=page',
    'model=a&server=b&site=c&tag=d&size=1024+%C3%97+1024&shape=square&state=done&favorite=1&noted=1&from=2026-01-01&to=2026-12-31&order=cost',
  ])('tells what is asked for: %s', (hash) => {
    expect(formatQuery(ask(hash)).toString()).toBe(hash);
  });

  it('that says nonsense asks for everything', () => {
    expect(ask('shape=round&state=lost&favorite=yes&from=yesterday&order=random&model=')).toEqual(
      WHOLE_HISTORY,
    );
  });

  it('gets and loses one filter', () => {
    const query = setFilter(ask('q=fox'), 'favorite', '1');
    expect(formatQuery(query).toString()).toBe('q=fox&favorite=1');
    expect(formatQuery(setFilter(query, 'favorite', '')).toString()).toBe('q=fox');
  });
});

describe('an index', () => {
  it('lets all pictures of a job see what became of it', () => {
    const own = createHistoryIndex();
    const entry = makeEntry('a');
    const sibling = { ...entry, picture: { ...entry.picture, id: 'picture-b' } };
    own.put([entry, sibling]);
    expect(own.putJob({ ...entry.job, state: 'running' })).toBe(true);
    expect(['a', 'b'].map((name) => own.get(`picture-${name}`)?.job.state)).toEqual(['running', 'running']);
    expect(own.putJob({ ...entry.job, id: 'another' })).toBe(false);
  });
});

it('finds the others where a row is damaged', () => {
  const entries = [
    makeEntry('a', { job: { prompt: 'a fox' } }),
    makeEntry('b', { job: { prompt: 'a fox, too' } }),
  ];
  const [first, second] = entries;
  if (!first || !second) throw new Error('Two entries are needed');
  const damaged = {
    picture: first.picture,
    job: Object.assign({}, first.job, { prompt: { text: 'a fox' } }),
  };
  const index = createHistoryIndex();
  index.put([damaged, second]);
  const facts = [first, second]
    .map(({ picture }) => index.get(picture.id))
    .filter((one) => one !== undefined);
  expect(facts).toHaveLength(2);
  expect(findPictures(facts, { ...WHOLE_HISTORY, text: 'fox' }).map(({ id }) => id)).toEqual([
    second.picture.id,
  ]);
});
