import { imageDimensionsFromData } from 'image-dimensions';
import type { ImageType } from '../core/picture/image-type';
import type { PixelSize } from '../core/picture/pixel-size';

/**
 * Bytes in which a header is looked for. A JPEG may hold profiles and previews of many megabytes before its frame
 * header; they are skipped segment by segment. Tables of an AVIF are read entry by entry, so that less of it is read.
 */
const HEADER_BYTES: Readonly<Record<ImageType, number>> = {
  'image/png': 64,
  'image/webp': 64,
  'image/gif': 1_000_000,
  'image/avif': 256_000,
  'image/jpeg': 64_000_000,
};

const IMAGE_BLOCK = 0x2c;
const EXTENSION_BLOCK = 0x21;

/** The length of a color table of a GIF by its packed field, in bytes (GIF89a §19, §20). */
const tableLength = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** The end of the first image of a GIF on its canvas: browsers enlarge a canvas that is smaller (GIF89a §20). */
function firstImageEnd(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 13 + tableLength(view.getUint8(10));
  while (view.getUint8(offset) === EXTENSION_BLOCK) {
    offset += 2;
    for (let length = view.getUint8(offset); length > 0; length = view.getUint8(offset)) offset += length + 1;
    offset += 1;
  }
  if (view.getUint8(offset) !== IMAGE_BLOCK) return undefined;
  const [left, top, width, height] = [1, 3, 5, 7].map((place) => view.getUint16(offset + place, true));
  return { width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) };
}

function readSize(bytes: Uint8Array, type: ImageType): PixelSize | undefined {
  const size = imageDimensionsFromData(bytes);
  const end = type === 'image/gif' ? firstImageEnd(bytes) : undefined;
  if (!size || !end) return size;
  return { width: Math.max(size.width, end.width), height: Math.max(size.height, end.height) };
}

/**
 * Width and height by the header, without decoding anything; `undefined` where it cannot be read, or says 0. What a
 * file really holds may differ.
 */
export function readPixelSize(bytes: Uint8Array<ArrayBuffer>, type: ImageType): PixelSize | undefined {
  try {
    const size = readSize(bytes.subarray(0, HEADER_BYTES[type]), type);
    return size && size.width > 0 && size.height > 0 ? { width: size.width, height: size.height } : undefined;
  } catch (thrown) {
    // Hostile tables end in a RangeError, as does a GIF that is cut.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}
