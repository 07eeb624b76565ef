import sharp from 'sharp';
import { readStillScreen } from './screen-change';

/**
 * Writes what a person would see on an X display, native menus included, to a PNG file.
 *
 * @throws when the display cannot be read or the file not written
 */
export async function screenshotDisplay(display: string, file: string): Promise<void> {
  const { width, height, bgrx } = await readStillScreen(display, { timeoutMs: 1000 });
  const rgb = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; from < bgrx.length; from += 4, to += 3) {
    rgb[to] = bgrx.readUInt8(from + 2);
    rgb[to + 1] = bgrx.readUInt8(from + 1);
    rgb[to + 2] = bgrx.readUInt8(from);
  }
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
}
