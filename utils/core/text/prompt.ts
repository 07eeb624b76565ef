import { FailureError, type Failure } from '../failure/failure';

/** Characters that take no room on the page and no meaning to the model. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;

/**
 * A prompt from selected or typed text: well-formed Unicode (a lone surrogate becomes U+FFFD, which every JSON reader
 * accepts), line breaks as `\n`, no trailing blanks, at most one empty line in a row. Never cut.
 */
export function cleanPrompt(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Length as the API counts it: Unicode code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Longest text that a job is made of, in UTF-16 units. Pages show each job's text, and slow down with longer ones. */
const LONGEST_TEXT = 1_000_000;

/** @throws FailureError `textTooLong` for a text that is too long for any job */
export function requireShortText(text: string): void {
  if (text.length > LONGEST_TEXT) throw new FailureError({ kind: 'textTooLong', limit: LONGEST_TEXT });
}

/**
 * Why a cleaned prompt cannot be sent, or `undefined` when it can.
 * @param limit the model's limit in code points; `undefined` where none is known
 */
export function promptProblem(prompt: string, limit: number | undefined): Failure | undefined {
  if (prompt === '') return { kind: 'emptyPrompt' };
  // Code points never outnumber UTF-16 units, so short prompts need no counting.
  if (limit === undefined || prompt.length <= limit) return undefined;
  const actual = countCharacters(prompt);
  return actual > limit ? { kind: 'promptTooLong', limit, actual } : undefined;
}

/** Far more UTF-16 units than any character a person would count as one; keeps a 200,000-character prompt cheap. */
const UNITS_PER_GRAPHEME = 16;

/** The beginning of a prompt on one line, cut between characters a person would count. */
export function promptTitle(prompt: string, length: number): string {
  const line = prompt.slice(0, length * UNITS_PER_GRAPHEME).replace(/\s+/g, ' ');
  const graphemes = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return graphemes.length <= length ? line : `${graphemes.slice(0, length).join('').trimEnd()}…`;
}
