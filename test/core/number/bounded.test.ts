import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asDollars,
  asSeconds,
  asTokens,
  MOST_DOLLARS,
  MOST_SECONDS,
  MOST_TOKENS,
} from '@/utils/core/number/bounded';

const PARSERS = [
  { name: 'seconds', parse: asSeconds, most: MOST_SECONDS },
  { name: 'dollars', parse: asDollars, most: MOST_DOLLARS },
  { name: 'tokens', parse: asTokens, most: MOST_TOKENS },
] as const;

describe.each(PARSERS)('$name', ({ parse, most }) => {
  it('are taken from 0 to the bound, as a number or as its text', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: most, noNaN: true }), (number) => {
        expect(parse(number)).toBe(number);
        expect(parse(String(number))).toBe(number);
      }),
    );
  });

  it.each([
    NaN,
    Infinity,
    -Infinity,
    -1,
    1e308,
    '-1',
    '1e999',
    'Infinity',
    'NaN',
    '',
    ' ',
    '.',
    '0x10',
    '1_000',
  ])('are unknown for %j', (value) => {
    expect(parse(value)).toBeUndefined();
  });

  it('are unknown just above the bound', () => {
    expect(parse(most)).toBe(most);
    expect(parse(most * 1.001)).toBeUndefined();
  });

  it('are finite and in range, or unknown, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double(), fc.string()), (value) => {
        const number = parse(value);
        if (number === undefined) return;
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(most);
      }),
    );
  });
});

it.each([
  ['0.02', 0.02],
  [' 0.02 ', 0.02],
  ['.5', 0.5],
  ['2e-5', 0.00002],
])('reads the text %j as %d dollars', (text, dollars) => {
  expect(asDollars(text)).toBe(dollars);
});
