import sharp from 'sharp';
import { caption } from './caption';
import { encoded } from './encode';
import { palettes } from './palettes';
import { seededRandom } from './random';
import { chooseScene } from './scenes/choose';
import type { Stage } from './stage';

/** What to draw. The same order gives the same picture. */
export interface PictureOrder {
  readonly prompt: string;
  /** Place in its reply, from 0; every place gets another picture. */
  readonly index: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly transparent: boolean;
  readonly format: 'png' | 'jpeg' | 'webp';
  /** 0 (smallest) to 100 (best); PNG takes no notice. */
  readonly compression: number;
}

/** Draws a picture in exactly the size and format ordered. */
export async function drawPicture(order: PictureOrder): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp(Buffer.from(pictureSvg(order)), { limitInputPixels: false });
  return new Uint8Array(await encoded(image, order).toBuffer());
}

/** The picture as SVG, before it is turned into pixels. */
export function pictureSvg(order: PictureOrder): string {
  const { width, height } = order.size;
  const random = seededRandom(`${order.index}\n${order.prompt}`);
  const palette = random.pick(palettes);
  const stage: Stage = { width, height, unit: Math.min(width, height), palette, random };
  const scene = chooseScene(order.prompt, random)(stage);
  const words = caption(stage, order.prompt, `Drawn by the local sandbox · ${order.index + 1}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `${order.transparent ? '' : scene.backdrop}${scene.figures}${words}</svg>`
  );
}
