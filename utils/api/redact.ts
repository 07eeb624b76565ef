/** Longest piece of a server's own words that is kept. */
const DETAIL_LIMIT = 500;

const KEY_SHAPES = [/\bsk-[\w-]{4,}/gi, /\bBearer\s+[^\s"',;]+/gi];

const MASK = '•••';

/** A secret as it was sent, and as a server repeats it inside an address or inside JSON. */
function spellings(secret: string): readonly string[] {
  const inAddress = encodeURIComponent(secret.toWellFormed());
  const inSmallLetters = inAddress.replace(/%../g, (code) => code.toLowerCase());
  return [secret, inAddress, inSmallLetters, JSON.stringify(secret).slice(1, -1)];
}

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
