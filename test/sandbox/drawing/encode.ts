import type { Sharp } from 'sharp';
import type { PictureOrder } from './picture';

/** The form of a picture's bytes. */
type Encoding = Pick<PictureOrder, 'transparent' | 'format' | 'compression'>;

/** An image about to be written in the format, and as small, as was ordered. */
export function encoded(image: Sharp, order: Encoding): Sharp {
  const opaque = order.transparent ? image : image.removeAlpha();
  // The encoders have no quality 0.
  const quality = Math.max(1, order.compression);
  switch (order.format) {
    case 'png':
      return opaque.png({ compressionLevel: 6 });
    case 'jpeg':
      return opaque.jpeg({ quality });
    case 'webp':
      return opaque.webp({ quality, effort: 2 });
  }
}
