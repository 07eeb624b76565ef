/**
 * `Uint8Array.fromBase64` for a Node that lacks it; every browser we support has it. As strict as the specification
 * in its default, `loose` handling of the last chunk.
 */

type Alphabet = 'base64' | 'base64url';

const DIGITS: Readonly<Record<Alphabet, string>> = {
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

/** Letters, digits and the alphabet's own two; then the padding of a last chunk that has two or three digits. */
const WELL_FORMED: Readonly<Record<Alphabet, RegExp>> = {
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/,
  base64url: /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?$/,
};

/**
 * Bytes of a base64 text, padded or not; ASCII white space is skipped.
 * @throws SyntaxError for anything else
 */
export function fromBase64(text: string, options: { alphabet?: Alphabet } = {}): Uint8Array<ArrayBuffer> {
  const { alphabet = 'base64' } = options;
  const packed = text.replace(/[\t\n\f\r ]/g, '');
  if (!WELL_FORMED[alphabet].test(packed)) throw new SyntaxError('This is not base64');
  const digits = packed.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | DIGITS[alphabet].indexOf(digit)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length] = bits >> held;
    length += 1;
  }
  return bytes;
}

/** Adds the function where it is missing. */
export function installFromBase64(): void {
  if ('fromBase64' in Uint8Array) return;
  Object.defineProperty(Uint8Array, 'fromBase64', {
    value: fromBase64,
    configurable: true,
    writable: true,
  });
}
