import { createGate, type Gate } from '../core/drawing/gate';
import { FailureError } from '../core/failure/failure';
import { DECODED_PIXELS } from '../core/picture/decode-limit';
import { detectImageType } from '../core/picture/image-type';
import type { Thumbnail } from '../core/picture/picture';
import type { InspectedPicture, InspectPicture } from '../core/ports';
import { readPixelSize } from './picture-header';
import { sha256 } from './sha256';

/** Longest edge of a thumbnail in pixels: a tile of the history on a dense screen. */
const THUMBNAIL_EDGE = 320;

const THUMBNAIL_QUALITY = 0.82;

async function drawThumbnail(bitmap: ImageBitmap): Promise<Thumbnail> {
  const scale = Math.min(1, THUMBNAIL_EDGE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas in this background');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: THUMBNAIL_QUALITY });
  return { bytes: await blob.arrayBuffer(), width, height };
}

async function decodeBytes(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch (thrown) {
    throw new FailureError({ kind: 'unsupportedPicture' }, { cause: thrown });
  }
}

/**
 * Longest picture in bytes that is decoded although its header cannot be read: browsers read the same headers, so that
 * they seldom decode one either.
 */
const HEADERLESS_BYTES = 8_000_000;

/**
 * Makes what inspects pictures in this context: with the browser's own decoder, as many at once as have 64 megapixels
 * together.
 *
 * A picture above 64 megapixels by its header is not decoded, and neither is one that must not be (`decode`), nor one
 * above 8 MB whose header cannot be read; a smaller one of these is decoded alone. Where the decoder finds another size
 * than the header says, its size counts.
 */
export function createPictureInspector(gate: Gate = createGate(() => DECODED_PIXELS)): InspectPicture {
  return async (bytes, decode = true) => {
    const type = detectImageType(bytes);
    if (!type) throw new FailureError({ kind: 'unsupportedPicture' });
    const size = readPixelSize(bytes, type);
    const pixels = size ? size.width * size.height : DECODED_PIXELS;
    const fits = size ? pixels <= DECODED_PIXELS : bytes.byteLength <= HEADERLESS_BYTES;
    const found = { type, sha256: await sha256(bytes) };
    if (!decode || !fits) {
      const { width, height } = size ?? { width: 0, height: 0 };
      return { ...found, width, height, undecoded: true };
    }
    return gate.run(async (): Promise<InspectedPicture> => {
      const bitmap = await decodeBytes(bytes, type);
      try {
        const { width, height } = bitmap;
        return { ...found, width, height, thumbnail: await drawThumbnail(bitmap) };
      } finally {
        bitmap.close();
      }
    }, pixels);
  };
}
