/** Longest text of a picture that is read, in bytes: graphs of nodes take some 100 kB. */
export const TEXT_BYTES = 2_000_000;

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, or one that is not known here.
    return undefined;
  }
}

/** UTF-8 where the bytes are valid UTF-8, otherwise Latin-1: programs write both where PNG §11.3.3 says Latin-1. */
export function eightBitText(bytes: Uint8Array): string {
  return decode(bytes, 'utf-8') ?? new TextDecoder('latin1').decode(bytes);
}

/** UTF-16 without a byte order mark: of the two bytes of each character, the high one takes fewer values. */
function sixteenBitText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const [even, odd] = [new Set<number>(), new Set<number>()];
  for (const [at, byte] of bytes.subarray(0, 2000).entries()) (at % 2 === 0 ? even : odd).add(byte);
  return new TextDecoder(even.size <= odd.size ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** Without the zeros that fill a field. */
export function withoutPadding(text: string): string {
  return text.replace(/\0+$/, '');
}

const CODE_LENGTH = 8;

/**
 * The text of the EXIF field UserComment, which begins with the name of its encoding (Exif 3.0 §4.6.6). `UNICODE` is
 * written as UTF-16 of either byte order, and as UTF-8 by some programs.
 */
export function userComment(bytes: Uint8Array): string {
  const code = new TextDecoder('latin1').decode(bytes.subarray(0, CODE_LENGTH));
  const text = bytes.subarray(CODE_LENGTH);
  if (code.startsWith('JIS')) return withoutPadding(decode(text, 'iso-2022-jp') ?? eightBitText(text));
  const isWide = code.startsWith('UNICODE') || text.subarray(0, 2000).includes(0, 0);
  const narrow = text.includes(0) && !isPadded(text) ? undefined : decode(text, 'utf-8');
  if (isWide && narrow === undefined) return withoutPadding(sixteenBitText(text));
  return withoutPadding(narrow ?? eightBitText(text));
}

/** Whether zeros stand at the end only. */
function isPadded(text: Uint8Array): boolean {
  return text.subarray(text.indexOf(0)).every((byte) => byte === 0);
}
