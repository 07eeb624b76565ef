import { maskKeyShapes } from '../core/text/key-shapes';
import { createCleaner } from './clean-text';

/** Longest piece of a server's own words that is kept, in characters. */
const DETAIL_LIMIT = 500;

/** Characters without width, which hide differences between texts that look the same. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g;

/**
 * A server's words, fit to be stored and shown: secrets are masked by value and anything shaped like a key by pattern,
 * because some servers echo what they were sent; then cut.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const plain = maskKeyShapes(createCleaner(secrets)(text))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > DETAIL_LIMIT ? `${plain.slice(0, DETAIL_LIMIT)}…` : plain;
}
