import { v7 as createId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createHistoryIndex } from '@/utils/core/history/history-index';
import { viewByAmount, viewByPage, viewByTime, viewOfIds } from '@/utils/core/history/history-sections';
import type { PictureFacts } from '@/utils/core/history/picture-facts';
import { timeOfId } from '@/utils/core/picture/picture-time';
import { makeEntry, type EntryChanges } from '../../fixtures/entries';
import { makePassage } from '../../fixtures/jobs';

const at = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime();

function factsOf(entries: Readonly<Record<string, EntryChanges>>): readonly PictureFacts[] {
  const index = createHistoryIndex();
  return Object.entries(entries).flatMap(([name, changes]) => {
    const entry = makeEntry(name, changes);
    index.put([entry]);
    return index.get(entry.picture.id) ?? [];
  });
}

describe('ids of pictures', () => {
  it('tell when they came', () => {
    expect(timeOfId(createId({ msecs: 1_790_000_000_123 }))).toBe(1_790_000_000_123);
    expect(timeOfId('picture-1')).toBe(0);
    expect(timeOfId('9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d')).toBe(0);
  });

  it('fall into local days, each with its own heading', () => {
    // The clocks of many places change at the end of March; a day there has 23 hours.
    const times = [at(30, 0), at(29, 23), at(29, 1), at(28, 23), at(28, 22), at(1, 12)];
    const { sections } = viewOfIds(times.map((msecs) => createId({ msecs })));
    expect(sections.map(({ heading, start, count }) => [heading, start, count])).toEqual([
      [{ kind: 'day', at: at(30, 0) }, 0, 1],
      [{ kind: 'day', at: at(29, 0) }, 1, 2],
      [{ kind: 'day', at: at(28, 0) }, 3, 2],
      [{ kind: 'day', at: at(1, 0) }, 5, 1],
    ]);
    expect(viewOfIds([]).sections).toEqual([]);
  });
});

describe('an order', () => {
  it('by time goes either way', () => {
    const facts = factsOf({ b: {}, a: {} });
    expect(viewByTime(facts, 'newest').ids).toEqual(['picture-b', 'picture-a']);
    expect(viewByTime(facts, 'oldest').ids).toEqual(['picture-a', 'picture-b']);
  });

  it('by what they took has the most first, and last what nobody knows', () => {
    const facts = factsOf({
      unknown: { job: { cost: { amount: 0, unknownReplies: 1 } } },
      cheap: { job: { cost: { amount: 0.01, unknownReplies: 0 }, startedAt: 0, finishedAt: 9000 } },
      dear: { job: { cost: { amount: 0.2, unknownReplies: 0 }, startedAt: 0, finishedAt: 1000 } },
    });
    const names = (amount: 'cost' | 'duration') =>
      viewByAmount(facts, amount).ids.map((id) => id.slice('picture-'.length));
    expect(names('cost')).toEqual(['dear', 'cheap', 'unknown']);
    expect(names('duration')).toEqual(['cheap', 'dear', 'unknown']);
  });

  it('by page follow the text of the page, whenever they were drawn; where nobody saw their place they come after', () => {
    const made = (createdAt: number, position?: number): EntryChanges => ({
      job: { passage: makePassage(position === undefined ? {} : { position }), createdAt },
    });
    const facts = factsOf({ end: made(1, 900), unseen: made(2), begin: made(3, 0), middle: made(4, 450) });
    expect(viewByPage(facts).ids).toEqual([
      'picture-begin',
      'picture-middle',
      'picture-end',
      'picture-unseen',
    ]);
  });

  it('by page keeps sites and pages together, each page as it was read, and typed words last', () => {
    const from = (pageUrl: string, createdAt: number): EntryChanges => ({
      job: { passage: makePassage({ pageUrl, pageTitle: pageUrl }), createdAt },
    });
    const facts = factsOf({
      typed: {},
      later: from('https://a.example/1#end', 2),
      other: from('https://b.example/', 1),
      second: from('https://a.example/2', 1),
      sooner: from('https://a.example/1', 1),
    });
    const { ids, sections } = viewByPage(facts);
    expect(ids.map((id) => id.slice('picture-'.length))).toEqual([
      'sooner',
      'later',
      'second',
      'other',
      'typed',
    ]);
    expect(
      sections.map(({ heading, start, count }) => [heading?.kind === 'page' && heading.page, start, count]),
    ).toEqual([
      ['https://a.example/1', 0, 2],
      ['https://a.example/2', 2, 1],
      ['https://b.example/', 3, 1],
      ['', 4, 1],
    ]);
  });
});
