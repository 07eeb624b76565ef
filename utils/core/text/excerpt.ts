/** Characters of a text that lists and alternative texts show. */
const EXCERPT_LENGTH = 300;

/** The beginning of a text, in UTF-16 units: a row of a million characters must not slow down a list. */
export function excerpt(text: string, length = EXCERPT_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed().trimEnd()}…`;
}
