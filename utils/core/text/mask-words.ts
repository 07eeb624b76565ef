import { spellings } from './spellings';

const MASK = '…';

/** Fewer letters tell nothing, and stand in many sentences. */
const LEAST_RUN = 8;

/** Where a few characters are a word already. */
const LEAST_DENSE_RUN = 3;

const OTHER_THAN_LATIN = /[^\p{ASCII}\p{Script=Latin}]/u;

function tells(run: string): boolean {
  return run.length >= (OTHER_THAN_LATIN.test(run) ? LEAST_DENSE_RUN : LEAST_RUN);
}

/** The longest piece of the text from here on that stands in the other one; empty where it is hardly any. */
function runAt(text: string, at: number, other: string): string {
  let end = at + LEAST_DENSE_RUN;
  let found = other.indexOf(text.slice(at, end));
  if (found === -1) return '';
  // A longer piece never stands before a shorter one that begins it.
  while (found !== -1 && end <= text.length) {
    end += 1;
    found = other.indexOf(text.slice(at, end), found);
  }
  return text.slice(at, end - 1);
}

function maskRuns(text: string, other: string): string {
  let masked = '';
  let at = 0;
  while (at < text.length) {
    const run = runAt(text, at, other);
    const isTelling = tells(run);
    masked += isTelling ? MASK : text.charAt(at);
    at += isTelling ? run.length : 1;
  }
  return masked;
}

/**
 * Somebody else's words without private ones that they repeat: whole, in part (servers cut), with other blanks, or as
 * they stand in JSON or an address.
 */
export function maskWords(text: string, privateWords: readonly string[]): string {
  const variants = privateWords
    .flatMap((words) => [words, words.replace(/\s+/g, ' ').trim()])
    // One letter is nobody's secret.
    .filter((words) => words.length > 1)
    .flatMap(spellings);
  const written = [...new Set(variants)];
  const whole = written
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, words) => rest.replaceAll(words, MASK), text);
  return maskRuns(whole, written.join('\n')).toWellFormed();
}

/** The same text with no more of each web address than its host. */
export function maskAddresses(text: string): string {
  return text.replace(/\bhttps?:\/\/[^\s"'<>]+/gi, (address) => {
    const url = URL.parse(address);
    if (!url) return MASK;
    const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
    return isBare ? url.origin : `${url.origin}/${MASK}`;
  });
}

/** What the paths of image servers are made of; anything else may name an account. */
const USUAL_SEGMENT = /^(?:v\d{1,2}(?:alpha|beta)?\d?|[a-z]{1,12}(?:-[a-z]{1,12}){0,2})$/;

/** A server's address with only the usual words in its path. */
export function maskPath(address: string): string {
  const url = URL.parse(address);
  if (!url) return MASK;
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  return [url.origin, ...segments.map((segment) => (USUAL_SEGMENT.test(segment) ? segment : MASK))].join('/');
}
