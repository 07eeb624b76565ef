import { FailureError } from '../core/failure/failure';
import { detectImageType } from '../core/picture/image-type';
import type { Thumbnail } from '../core/picture/picture';
import type { InspectPicture } from '../core/ports';
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

async function decode(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch (thrown) {
    throw new FailureError({ kind: 'unsupportedPicture' }, { cause: thrown });
  }
}

/** Decodes a picture with the browser's own decoder: what it cannot show is not kept as a picture. */
export const inspectPicture: InspectPicture = async (bytes) => {
  const type = detectImageType(bytes);
  if (!type) throw new FailureError({ kind: 'unsupportedPicture' });
  const [bitmap, digest] = await Promise.all([decode(bytes, type), sha256(bytes)]);
  try {
    const { width, height } = bitmap;
    return { type, width, height, sha256: digest, thumbnail: await drawThumbnail(bitmap) };
  } finally {
    bitmap.close();
  }
};
