import { spellings } from '../core/text/spellings';

/** Longest piece of a server's own words that is kept. */
const DETAIL_LIMIT = 500;

const KEY_SHAPES = [/\bsk-[\w-]{4,}/gi, /\bBearer\s+[^\s"',;]+/gi];

const MASK = '•••';

/**
 * A server's words, fit to be stored and shown: secrets are masked by value and anything shaped like a key by pattern,
 * because some servers echo what they were sent; then cut.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const masked = secrets
    .flatMap(spellings)
    .filter((spelling) => spelling !== '')
    // The longer first: what is left of one after its own beginning was masked would still tell.
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, spelling) => rest.replaceAll(spelling, MASK), text);
  const plain = KEY_SHAPES.reduce((rest, shape) => rest.replace(shape, MASK), masked)
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > DETAIL_LIMIT ? `${plain.slice(0, DETAIL_LIMIT)}…` : plain;
}
