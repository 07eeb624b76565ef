import { PICTURE_LIMIT } from './read-body';

/** Digits decoded at once: a multiple of four, so that every block is whole bytes. */
const BLOCK_LENGTH = 65_536;

const PLAIN_DIGITS = /^[A-Za-z0-9+/]*$/;
const DIGITS = /^[A-Za-z0-9+/]*/;

/** Decodes base64 that arrives in pieces; the text is dropped as soon as it is decoded. */
export interface Base64Decoder {
  add(text: string): void;
  /** The bytes, or `undefined` when the text was no base64, was empty, or its bytes exceed the limit. */
  finish(): Uint8Array<ArrayBuffer> | undefined;
  /** Whether a character came that is not base64. What was decoded before it is still given by `decoded`. */
  readonly isBroken: boolean;
  /** Whether the bytes exceed the limit; none of them are kept then. */
  readonly isTooLarge: boolean;
  /** The bytes of all digits up to here. */
  decoded(): Uint8Array<ArrayBuffer>;
}

function join(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(blocks.reduce((length, { byteLength }) => length + byteLength, 0));
  let offset = 0;
  for (const block of blocks) {
    bytes.set(block, offset);
    offset += block.byteLength;
  }
  return bytes;
}

/** The usual alphabet, without white space; relays use the URL-safe alphabet and line breaks, too. */
function normalize(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
}

/** A decoder for one base64 text: padded or not, in either alphabet, with or without white space. */
export function createBase64Decoder(limit = PICTURE_LIMIT): Base64Decoder {
  const blocks: Uint8Array[] = [];
  let pieces: string[] = [];
  let held = 0;
  let carry = '';
  let size = 0;
  let isPadded = false;
  let isBroken = false;
  let isTooLarge = false;

  function keep(digits: string): void {
    const text = carry + digits;
    const whole = text.length - (text.length % 4);
    carry = text.slice(whole);
    if (whole === 0 || isTooLarge) return;
    const block = Uint8Array.fromBase64(text.slice(0, whole));
    size += block.byteLength;
    isTooLarge = size > limit;
    if (isTooLarge) blocks.length = 0;
    else blocks.push(block);
  }

  function flush(): void {
    const text = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    pieces = [];
    held = 0;
    if (text === '' || isBroken) return;
    if (!isPadded && PLAIN_DIGITS.test(text)) {
      keep(text);
      return;
    }
    const digits = normalize(text);
    const [valid = ''] = isPadded ? [''] : (DIGITS.exec(digits) ?? []);
    keep(valid);
    const rest = digits.slice(valid.length);
    isPadded ||= rest.startsWith('=');
    isBroken = !/^=*$/.test(rest);
  }

  function decoded(): Uint8Array<ArrayBuffer> {
    flush();
    // One digit alone is no byte.
    const rest = Uint8Array.fromBase64(carry.length > 1 ? carry : '');
    isTooLarge ||= size + rest.byteLength > limit;
    return join(isTooLarge ? [] : [...blocks, rest]);
  }

  return {
    add(text) {
      if (isBroken || isTooLarge) return;
      pieces.push(text);
      held += text.length;
      if (held >= BLOCK_LENGTH) flush();
    },
    finish() {
      const bytes = decoded();
      return isBroken || isTooLarge || carry.length === 1 || bytes.byteLength === 0 ? undefined : bytes;
    },
    get isBroken() {
      return isBroken;
    },
    get isTooLarge() {
      return isTooLarge;
    },
    decoded,
  };
}
