import type { Picture } from './picture';

/**
 * Most pixels of a picture that is decoded, and of all that are decoded at once: 64 megapixels take 256 MB. The largest
 * size of the API is 8.3 megapixels (image-api §1.3).
 */
export const DECODED_PIXELS = 64_000_000;

/**
 * Whether a page may show the original. The decoder of a page runs in the process of the background, so that a picture
 * which is too large for one is too large for the other.
 */
export function canShowOriginal({ width, height, undecoded }: Picture): boolean {
  return !undecoded && width * height <= DECODED_PIXELS;
}
