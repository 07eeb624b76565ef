import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFilters } from '@/utils/core/history/find-pictures';
import { parseQuery } from '@/utils/core/history/history-query';
import { jobFacts, pictureFacts, type PictureFacts } from '@/utils/core/history/picture-facts';
import { stackVersions, versionsOf } from '@/utils/core/history/stack-versions';
import { versionKey } from '@/utils/core/history/versions';
import type { Job } from '@/utils/core/job/job';
import { makeEntry } from '../../fixtures/entries';
import { makeJob, makePassage } from '../../fixtures/jobs';

/** A picture named so, of a job with these changes. */
function facts(name: string, job: Partial<Job>): PictureFacts {
  const entry = makeEntry(name, { job });
  return pictureFacts(entry, jobFacts(entry.job));
}

/** Whether two jobs are versions of one another. */
function areVersions(one: Partial<Job>, other: Partial<Job>): boolean {
  return versionsOf([facts('a', one), facts('b', other)], 'picture-a').length === 2;
}

const ofPassage = (changes: Parameters<typeof makePassage>[0] = {}) => ({ passage: makePassage(changes) });

describe('pictures of the same passage are versions', () => {
  it.each<[string, Partial<Job>]>([
    ['with an edited prompt and another model', { prompt: 'Fog, in ink', parameters: { model: 'dall-e-3' } }],
    ['at another place of the page’s address', ofPassage({ pageUrl: 'https://example.org/poems' })],
    ['with other white space', ofPassage({ quote: 'the fog comes\n on little cat feet ' })],
    ['with another title', ofPassage({ pageTitle: 'Poems' })],
    ['with nothing known of what stands before it', ofPassage({ before: '' })],
  ])('%s', (_, changes) => {
    expect(areVersions(ofPassage(), { ...ofPassage(), ...changes })).toBe(true);
  });

  it.each<[string, Partial<Job>]>([
    ['on another page', ofPassage({ pageUrl: 'https://example.org/other' })],
    ['of other words', ofPassage({ quote: 'the fog comes' })],
    ['at another place of the same page', ofPassage({ before: 'Once more: ' })],
    ['with the same words, typed', { prompt: makePassage().quote }],
  ])('but not %s', (_, changes) => {
    expect(areVersions(ofPassage(), changes)).toBe(false);
  });

  it('and each is in one group only, also where it is not known which of equal quotes it is', () => {
    const all = [
      facts('a', ofPassage({ before: '' })),
      facts('b', ofPassage({ before: 'First: ' })),
      facts('c', ofPassage({ before: 'Second: ' })),
    ];
    expect(versionsOf(all, 'picture-a')).toEqual(['picture-a', 'picture-b']);
    expect(versionsOf(all, 'picture-c')).toEqual(['picture-c']);
    expect([...stackVersions(all).stacks]).toEqual([['picture-a', 2]]);
  });
});

describe('typed prompts are versions', () => {
  it.each([
    ['A fox', 'a fox', true],
    ['a fox\nin snow', 'a  fox in snow', true],
    ['a fox', 'a hare', false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(areVersions({ prompt: one }, { prompt: other })).toBe(expected);
  });

  it('as long as they are known', () => {
    expect(versionsOf([facts('a', {})], 'picture-z')).toEqual([]);
  });
});

it('words that differ in anything have different keys', () => {
  const seen = new Map<number, string>();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (text) => {
      const prompt = text.toLowerCase().replace(/\s+/g, ' ').trim();
      const { subject } = versionKey(makeJob({ prompt }));
      expect(Number.isSafeInteger(subject)).toBe(true);
      expect(seen.get(subject) ?? prompt).toBe(prompt);
      seen.set(subject, prompt);
    }),
    { numRuns: 2000 },
  );
  for (let number = 0; number < 20_000; number += 1) {
    const prompt = `a fox, plate ${number}`;
    const { subject } = versionKey(makeJob({ prompt }));
    expect(seen.has(subject)).toBe(false);
    seen.set(subject, prompt);
  }
});

describe('a stack', () => {
  const ALL = [
    facts('d', { prompt: 'a hare' }),
    facts('c', { prompt: 'a fox', parameters: { model: 'dall-e-3' } }),
    facts('b', { prompt: 'a hare', parameters: { model: 'dall-e-3' } }),
    facts('a', { prompt: 'a hare', parameters: { model: 'dall-e-3' } }),
  ];

  it('has the newest version on top, and tells how many there are', () => {
    const { tops, stacks } = stackVersions(ALL);
    expect(tops.map(({ id }) => id)).toEqual(['picture-d', 'picture-c']);
    expect([...stacks]).toEqual([['picture-d', 3]]);
  });

  it('counts as one for each choice it would be shown by', () => {
    const counts = countFilters(ALL, parseQuery(new URLSearchParams('stacked=1')));
    expect([...counts.model]).toEqual([
      ['gpt-image-1', 1],
      ['dall-e-3', 2],
    ]);
  });
});
