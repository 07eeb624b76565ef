import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonReader } from '@/utils/api/json-reader';
import { asObject } from '@/utils/api/json-value';

interface Read {
  /** Complete values, and those that were open at the end. */
  readonly roots: readonly unknown[];
  /** Strings that went into a sink, with whether they were complete. */
  readonly sunk: readonly (readonly [string, boolean])[];
  readonly restLength: number;
}

/** Reads a text in pieces of this length; strings that begin with `@` go into a sink. */
function read(text: string, size = 5, isBroken = false): Read {
  const roots: unknown[] = [];
  const sunk: [string, boolean][] = [];
  let current = '';
  const reader = createJsonReader({
    clean: (words) => words,
    openSink(head) {
      if (!head.startsWith('@')) return undefined;
      current = '';
      const add = (piece: string): void => {
        current += piece;
      };
      return { sink: { add }, skip: 1 };
    },
    closeSink: (isComplete) => void sunk.push([current, isComplete]),
    closeFrame: () => undefined,
    root: (value) => void roots.push(value),
  });
  for (let start = 0; start < text.length; start += size) reader.add(text.slice(start, start + size));
  reader.end(isBroken);
  return { roots, sunk, restLength: reader.restLength };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

it('reads any JSON as a strict parser does, however it is cut', () => {
  const anyJson = fc.json({ maxDepth: 6 }).filter((json) => !/"__proto__"|"@/.test(json));
  fc.assert(
    fc.property(
      anyJson,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(undefined, 2),
      (json, size, indent) => {
        const value: unknown = JSON.parse(json);
        const { roots } = read(JSON.stringify(value, null, indent), size);
        expect(roots.map(plain)).toEqual([value]);
      },
    ),
    { numRuns: 500 },
  );
});

it('reads every escape sequence, however it is cut', () => {
  const text = String.raw`["a\"b\\c\/d\b\f\n\r\té狐🦊\x"]`;
  for (const size of [1, 2, 3, 100]) {
    expect(read(text, size).roots).toEqual([['a"b\\c/d\b\f\n\r\té狐🦊x']]);
  }
});

describe('what a strict parser refuses', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['several values', '{"a":1}\n{"b":2}[3]', [{ a: 1 }, { b: 2 }, [3]]],
    ['text before', ')]}\',\nOK {"a":1}', [{ a: 1 }]],
    ['text after', '{"a":1} -- end of reply', [{ a: 1 }]],
    ['an end in the middle', '{"a":[1,2,{"b":"c","d":"brok', [{ a: [1, 2, { b: 'c' }] }]],
    ['an end after a colon', '{"a":1,"b":', [{ a: 1 }]],
    ['commas that are missing', '{"a":1 "b":2}', [{ a: 1, b: 2 }]],
    ['commas that are too many', '[1,,2,]', [[1, 2]]],
    ['a bracket that does not match', '{"a":[1,2}', [{ a: [1, 2] }]],
    ['a bracket that closes nothing', '}]{"a":1}', [{ a: 1 }]],
    ['numbers that are none', '{"a":NaN,"b":1e999,"c":-Infinity,"d":1}', [{ d: 1 }]],
    ['keys without quotes', '{a:1}', [{ a: 1 }]],
  ])('is read: %s', (_, text, roots) => {
    expect(read(text).roots.map(plain)).toEqual(roots);
  });

  it('is bounded in its depth', () => {
    const depth = 100_000;
    const { roots } = read(`${'['.repeat(depth)}1${']'.repeat(depth)}{"a":1}`, 1000);
    expect(JSON.stringify(roots[0]).length).toBeLessThan(200);
    expect(plain(roots[1])).toEqual({ a: 1 });
  });

  it('is bounded in the number of its values', () => {
    const { roots } = read(`[${'{},'.repeat(300_000)}1]`, 10_000);
    expect(JSON.stringify(roots).length).toBeLessThan(700_000);
  });

  it('is bounded in the length of its texts', () => {
    const { roots } = read(JSON.stringify(['x'.repeat(1_000_000)]), 10_000);
    expect(JSON.stringify(roots).length).toBeLessThan(50_000);
  });

  it('cannot change the prototype of objects', () => {
    const { roots } = read('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.keys({ ...asObject(roots[0]) })).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a string in a sink', () => {
  it('arrives whole, whatever its length, and is not part of the value', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2000, unit: fc.constantFrom('a', '\n', '"', '\\', '/', '狐') }),
        fc.integer({ min: 1, max: 700 }),
        (text, size) => {
          const { roots, sunk } = read(JSON.stringify({ a: `@${text}`, b: 1 }), size);
          expect(sunk).toEqual([[text, true]]);
          expect(roots.map(plain)).toEqual([{ b: 1 }]);
        },
      ),
    );
  });

  it('is given up to where the text broke off', () => {
    expect(read('{"a":"@abc', 3, true).sunk).toEqual([['abc', false]]);
  });

  it('may stand without quotes', () => {
    expect(read('  @abc\ndef\n', 3).sunk).toEqual([['abcdef', true]]);
  });

  it('is not counted in the rest', () => {
    expect(read(`{"a":"@${'x'.repeat(10_000)}"}`, 100).restLength).toBeLessThan(300);
  });
});
