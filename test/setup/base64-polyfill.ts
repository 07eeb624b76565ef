/**
 * `Uint8Array.fromBase64` for a Node that lacks it; every browser we support has it. As strict as the specification
 * in its default, `loose` handling of the last chunk.
 */

type Alphabet = 'base64' | 'base64url';

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
  const packed = /\s/.test(text) ? text.replace(/[\t\n\f\r ]/g, '') : text;
  if (!WELL_FORMED[alphabet].test(packed)) throw new SyntaxError('This is not base64');
  return new Uint8Array(Buffer.from(packed, alphabet));
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
