import sharp from 'sharp';
import { encoded } from './encode';
import { pictureSvg, type PictureOrder } from './picture';

/**
 * Draws a picture as it looks before it is finished: of the same size and format, but blurred.
 *
 * @param step which preview, from 0; each is sharper than the one before
 * @param steps how many previews there are
 */
export async function drawPreview(
  order: PictureOrder,
  step: number,
  steps: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = order.size;
  const divisor = 2 ** (2 + steps - step);
  const smaller = (length: number): number => Math.max(1, Math.round(length / divisor));
  const coarse = await sharp(Buffer.from(pictureSvg(order)), { limitInputPixels: false })
    .resize(smaller(width), smaller(height), { fit: 'fill' })
    .png()
    .toBuffer();
  const image = sharp(coarse).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  return new Uint8Array(await encoded(image, order).toBuffer());
}
