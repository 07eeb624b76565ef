import { spellings } from '../core/text/spellings';

/** Makes a text from a server fit to be stored and shown. */
export type CleanText = (text: string) => string;

const MASK = '•••';

/** Whether a secret was masked in a text, so that it is of no use as an address or an id. */
export function holdsMask(text: string): boolean {
  return text.includes(MASK);
}

/**
 * Control characters other than tab and line breaks, and characters that turn the direction of what follows in the same
 * line (Unicode bidirectional algorithm, UAX #9 §2), with which a server could rewrite our own words around its own.
 */
const UNSAFE_CHARACTERS = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Masks these secrets wherever they stand in a text, in each of their spellings. */
function createMask(secrets: readonly string[]): CleanText {
  const written = [...new Set(secrets.flatMap(spellings))]
    .filter((spelling) => spelling !== '')
    // The longest first: the rest of one after its own beginning was masked would still give it away.
    .toSorted((one, other) => other.length - one.length);
  const shortest = written.at(-1)?.length ?? Number.POSITIVE_INFINITY;
  return (text) =>
    text.length < shortest ? text : written.reduce((rest, spelling) => rest.replaceAll(spelling, MASK), text);
}

/** Removes characters that are never part of a sentence, and halves of surrogate pairs. */
function removeUnsafeCharacters(text: string): string {
  return text.replace(UNSAFE_CHARACTERS, '').toWellFormed();
}

/** Masks secrets and removes unsafe characters; a secret that such characters interrupt is masked, too. */
export function createCleaner(secrets: readonly string[]): CleanText {
  const mask = createMask(secrets);
  return (text) => mask(removeUnsafeCharacters(text));
}
