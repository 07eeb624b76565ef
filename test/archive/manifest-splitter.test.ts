import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManifestSplitter, type ManifestItem } from '@/utils/archive/manifest-splitter';
import { ArchiveError } from '@/utils/core/archive/archive-defect';
import { ARCHIVE_LIMITS } from '@/utils/core/archive/archive-limits';

/** All items of a text that comes in these pieces. */
function split(...pieces: readonly string[]): readonly ManifestItem[] {
  const splitter = createManifestSplitter();
  const items = pieces.flatMap((piece) => Array.from(splitter.add(piece)));
  splitter.end();
  return items;
}

const rowsOf = (items: readonly ManifestItem[], list: string): readonly unknown[] =>
  items.flatMap((item) => (item.list === list ? [item.row] : []));

const fieldsOf = (items: readonly ManifestItem[]): object =>
  Object.fromEntries(items.flatMap((item) => (item.list ? [] : [[item.field, item.value]])));

/** Pieces of a text, cut at these places. */
function cut(text: string, places: readonly number[]): readonly string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [...ends, text.length].map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

/** Values with all that confuses: brackets, quotes, commas and backslashes in texts, and the names of the lists. */
const anyValue = fc.jsonValue({ maxDepth: 3 }).chain((value) =>
  fc.constantFrom<unknown>(value, { jobs: [value] }, [[value], '"],}'], `\\"${JSON.stringify(value)}\\`, {
    '"jobs":[': value,
  }),
);

const anyManifest = fc.record({
  format: fc.constant('depict-archive'),
  others: fc.dictionary(
    fc.string().filter((name) => !/^(?:jobs|pictures|__proto__)$/.test(name)),
    anyValue,
    {
      maxKeys: 3,
    },
  ),
  jobs: fc.array(anyValue, { maxLength: 5 }),
  pictures: fc.array(anyValue, { maxLength: 5 }),
});

describe('the text of a manifest', () => {
  it('is read like a whole one, however it is laid out and cut', () => {
    fc.assert(
      fc.property(
        anyManifest,
        fc.constantFrom(undefined, 1, '\t', '\r\n '),
        fc.array(fc.nat(), { maxLength: 8 }),
        ({ others, ...manifest }, space, places) => {
          const text = JSON.stringify(
            { ...others, ...manifest, behind: others },
            null,
            space === '' ? 1 : space,
          );
          const plain: unknown = JSON.parse(text);
          const items = split(...cut(text, places));
          expect(rowsOf(items, 'jobs')).toEqual(JSON.parse(JSON.stringify(manifest.jobs)));
          expect(rowsOf(items, 'pictures')).toEqual(JSON.parse(JSON.stringify(manifest.pictures)));
          expect({ ...fieldsOf(items), jobs: [], pictures: [] }).toEqual({
            ...Object(plain),
            jobs: [],
            pictures: [],
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['no object', '[1]'],
    ['a text', '"jobs"'],
    ['words before it', 'x{"jobs":[]}'],
    ['words behind it', '{"jobs":[]}x'],
    ['another object behind it', '{"jobs":[]}{}'],
    ['a bracket too many', '{"jobs":[]}}'],
    ['an end in a row', '{"jobs":[{"a":1'],
    ['an end in a text', '{"jobs":["a'],
    ['an end behind a list', '{"jobs":[]'],
    ['a row that is no JSON', '{"jobs":[{a:1}]}'],
    ['a bracket of another kind', '{"jobs":[{"a":1]]}'],
    ['an empty row', '{"jobs":[1,,2]}'],
    ['a value behind a list', '{"jobs":[] 1}'],
    ['a field without a value', '{"format"}'],
  ])('that is %s is refused', (_, text) => {
    expect(() => split(text)).toThrow(ArchiveError);
  });

  it('with a row that never ends is refused before it is read whole', () => {
    const splitter = createManifestSplitter();
    const piece = 'a'.repeat(1_000_000);
    let pieces = 0;
    const read = (): void => {
      for (const _ of splitter.add('{"jobs":["')) expect.unreachable();
      for (; pieces < 1000; pieces += 1) for (const _ of splitter.add(piece)) expect.unreachable();
    };
    expect(read).toThrow(new ArchiveError('manifestTooLarge', 'manifest.json'));
    expect(pieces).toBeLessThanOrEqual(ARCHIVE_LIMITS.rowLength / piece.length);
  });

  it('with lists in lists a million deep is refused or read, and does not end the program', () => {
    const text = `{"jobs":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}`;
    expect(rowsOf(split(text), 'jobs')).toHaveLength(1);
  });
});
