/** Longest piece of a server's own words that is kept. */
const DETAIL_LIMIT = 500;

const KEY_SHAPES = [/\bsk-[\w-]{4,}/gi, /\bBearer\s+[^\s"',;]+/gi];

/**
 * A server's words, fit to be stored and shown: the key is masked by value and anything shaped like a key by
 * pattern, because some servers echo it; then cut.
 */
export function redact(text: string, key: string | undefined): string {
  const masked = key === undefined || key === '' ? text : text.replaceAll(key, '•••');
  const plain = KEY_SHAPES.reduce((rest, shape) => rest.replace(shape, '•••'), masked)
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > DETAIL_LIMIT ? `${plain.slice(0, DETAIL_LIMIT)}…` : plain;
}
