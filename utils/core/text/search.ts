import { foldVariants } from './letter-variants';

/** Signs that stand for quotation marks, and whose compatibility forms would not. */
const SPACED_ACUTE = /´/g;
const DOUBLE_PRIME = /[″‶]/g;

const ASCII = /^[\0-\x5F\x61-\x7F]*$/;

/**
 * The form in which texts are compared. Two texts match when they differ only in case, width and ligatures
 * (compatibility forms of Unicode), in characters that are not seen, in marks that their script may leave out, and in
 * variants of letters, quotation marks, dashes and digits (`letter-variants.ts`). Simplified and traditional Chinese
 * stay different letters.
 */
export function normaliseText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const whole = text.replace(SPACED_ACUTE, "'").replace(DOUBLE_PRIME, '"');
  return foldVariants(whole.normalize('NFKD').toLowerCase()).normalize('NFC');
}

/** The words of a query; all of them must be found. Scripts without spaces are searched as they are written. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(normaliseText(query).split(/\s+/).filter(Boolean))];
}

/** Part of a text, and whether it is what was searched for. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** The text as it is searched, and which part of the original each of its units comes from. */
interface SearchableText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Part of a text with its form. */
interface FormedPart {
  readonly from: number;
  readonly to: number;
  readonly form: string;
}

/** What composes with a character before it (UAX #15): marks, and the second and third letters of a Hangul syllable. */
const COMPOSES = /^[\p{M}\u1160-\u11FF]/u;

/**
 * The graphemes of a text with their forms. A form that composes with the one before is one part with it: characters
 * that are dropped may stand between a kana and its voicing mark.
 */
function formedParts(text: string): readonly FormedPart[] {
  const parts: FormedPart[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const to = index + segment.length;
    const form = normaliseText(segment);
    const place = COMPOSES.test(form) ? parts.findLastIndex((part) => part.form !== '') : -1;
    const before = parts[place];
    if (before) {
      const { from } = before;
      parts.splice(place, Infinity, { from, to, form: normaliseText(text.slice(from, to)) });
    } else {
      parts.push({ from: index, to, form });
    }
  }
  return parts;
}

/** Goes by graphemes, so that no character is marked in part. */
function withOrigins(text: string): SearchableText {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, to, form } of formedParts(text)) {
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(from);
      ends.push(to);
    }
    plain += form;
  }
  return { plain, starts, ends };
}

/** Splits a text at what was searched for, in the letters of the text itself. */
export function markWords(text: string, words: readonly string[]): readonly TextPart[] {
  if (words.length === 0) return [{ text, found: false }];
  const { plain, starts, ends } = withOrigins(text);
  const found = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      found.fill(1, starts[at], ends[at + word.length - 1]);
    }
  }
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && found[at] === found[from]) continue;
    parts.push({ text: text.slice(from, at), found: found[from] === 1 });
    from = at;
  }
  return parts;
}
