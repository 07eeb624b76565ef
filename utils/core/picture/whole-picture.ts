import { detectImageType, type ImageType } from './image-type';

function word(bytes: Uint8Array, offset: number, littleEndian: boolean): number {
  if (offset + 4 > bytes.byteLength) return Number.POSITIVE_INFINITY;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, littleEndian);
}

/** The last chunk of a PNG: no data, the name `IEND`, and its checksum (PNG §11.2.5). */
const PNG_END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

function endsWith(bytes: Uint8Array, end: readonly number[]): boolean {
  const start = bytes.byteLength - end.length;
  return start >= 0 && end.every((byte, index) => bytes[start + index] === byte);
}

/** Whether the top-level boxes of an ISO media file fill the file exactly (ISO 14496-12 §4.2). */
function isFilledByBoxes(bytes: Uint8Array): boolean {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const size = word(bytes, offset, false);
    // A size of zero means "up to the end", so that the end cannot be checked; 64-bit sizes begin at 4 GB.
    if (size < 8) return false;
    offset += size;
  }
  return offset === bytes.byteLength;
}

const END_CHECKS: Readonly<Record<ImageType, (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => endsWith(bytes, PNG_END),
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
