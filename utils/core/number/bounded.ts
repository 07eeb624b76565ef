/**
 * Numbers from outside (replies, headers, price lists, stored rows), each held to a range that no honest server leaves.
 * Outside of it a number is unknown: an infinite or absurd one would break sums, words and backups.
 */

/** Longest time a server can ask for: eleven days. */
export const MOST_SECONDS = 1e6;

/** Most US dollars of one price, cost or sum. */
export const MOST_DOLLARS = 1e6;

/** Most tokens of one reply or job. */
export const MOST_TOKENS = 1e12;

/** A plain decimal number, as servers write one inside a text. */
const DECIMAL = /^\s*\d{0,40}(?:\.\d{1,40})?(?:e[+-]?\d{1,3})?\s*$/i;

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /\d/.test(value) && DECIMAL.test(value) ? Number(value) : undefined;
}

/** A number from 0 to `most`, written as a number or as a decimal text; `undefined` for anything else. */
function within(value: unknown, most: number): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number >= 0 && number <= most ? number : undefined;
}

/** Seconds, with fractions. */
export function asSeconds(value: unknown): number | undefined {
  return within(value, MOST_SECONDS);
}

/** US dollars. */
export function asDollars(value: unknown): number | undefined {
  return within(value, MOST_DOLLARS);
}

/** A number of tokens. */
export function asTokens(value: unknown): number | undefined {
  return within(value, MOST_TOKENS);
}
