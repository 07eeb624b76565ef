import { detectImageType, type ImageType } from './image-type';

/** Four bytes as a number; infinite where they are not all there, so that what was cut is never whole. */
function word(bytes: Uint8Array, offset: number, littleEndian: boolean): number {
  if (offset + 4 > bytes.byteLength) return Number.POSITIVE_INFINITY;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, littleEndian);
}

/** The name of the last chunk of a PNG, `IEND`, as a number (PNG §11.2.5). */
const PNG_END = 0x49454e44;

/** Length, name and checksum of a chunk. */
const PNG_CHUNK_FRAME = 12;

/** Whether a PNG has its last chunk. Some programs write their own bytes behind it. */
function hasLastChunk(bytes: Uint8Array): boolean {
  let offset = 8;
  while (offset + PNG_CHUNK_FRAME <= bytes.byteLength) {
    if (word(bytes, offset + 4, false) === PNG_END) return true;
    offset += PNG_CHUNK_FRAME + word(bytes, offset, false);
  }
  return false;
}

function endsWith(bytes: Uint8Array, end: readonly number[]): boolean {
  const start = bytes.byteLength - end.length;
  return start >= 0 && end.every((byte, index) => bytes[start + index] === byte);
}

/** The size of a box; 1 says that a 64-bit size follows (ISO 14496-12 §4.2). */
function boxSize(bytes: Uint8Array, offset: number): number {
  const size = word(bytes, offset, false);
  return size === 1 ? word(bytes, offset + 8, false) * 2 ** 32 + word(bytes, offset + 12, false) : size;
}

/** Whether the top-level boxes of an ISO media file fill the file exactly (ISO 14496-12 §4.2). */
function isFilledByBoxes(bytes: Uint8Array): boolean {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const size = boxSize(bytes, offset);
    // A size of zero means "up to the end", so that the end cannot be checked.
    if (size < 8) return false;
    offset += size;
  }
  return offset === bytes.byteLength;
}

const END_CHECKS: Readonly<Record<ImageType, (bytes: Uint8Array) => boolean>> = {
  'image/png': hasLastChunk,
  'image/jpeg': (bytes) => endsWith(bytes, [0xff, 0xd9]),
  'image/gif': (bytes) => endsWith(bytes, [0x3b]),
  'image/webp': (bytes) => bytes.byteLength >= word(bytes, 4, true) + 8,
  'image/avif': isFilledByBoxes,
};

/**
 * Whether the file of a picture has arrived up to its end, by the end marker or the length in its own format. Needed
 * where the transfer broke, so that nothing else says whether the rest is missing. `false` for other bytes.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const type = detectImageType(bytes);
  return type !== undefined && END_CHECKS[type](bytes);
}
