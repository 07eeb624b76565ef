/** Bytes of a base64 text, or `undefined` when it is none. */
export type DecodePicture = (text: string) => Uint8Array<ArrayBuffer> | undefined;

/**
 * Bytes of a base64 text: bare or as a `data:` address, with the usual or the url-safe alphabet, padded or not, with
 * line breaks or without. `undefined` when it is none of these, or empty.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const comma = /^data:/i.test(text) ? text.indexOf(',') : -1;
  const payload = comma < 0 ? text : text.slice(comma + 1);
  try {
    const bytes = Uint8Array.fromBase64(payload, { alphabet: /[-_]/.test(payload) ? 'base64url' : 'base64' });
    return bytes.byteLength > 0 ? bytes : undefined;
  } catch {
    // SyntaxError is how the decoder says "not base64"; the caller decides what that means.
    return undefined;
  }
}
