import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A picture to be kept many times, with its bytes in Base64 because it crosses into a page. */
export interface Sample {
  readonly width: number;
  readonly height: number;
  readonly original: string;
  readonly sha256: string;
  readonly byteSize: number;
  readonly thumbnail: string;
  readonly thumbnailWidth: number;
  readonly thumbnailHeight: number;
}

const SIZES = [
  [1024, 1024],
  [1536, 1024],
  [1024, 1536],
] as const;

/** As many as are told apart at a glance in a grid. */
const SAMPLES = 24;

/** Where the last chunk of every PNG begins, counted from its end. */
const END_CHUNK = 12;

/** A landscape of a few flat shapes, another one for each number. */
function landscape(width: number, height: number, number: number): string {
  const hue = (number * 137) % 360;
  const sun = {
    x: width * (0.2 + ((number * 7) % 10) / 16),
    y: height * 0.3,
    r: Math.min(width, height) / 7,
  };
  const ridge = [0.62, 0.48, 0.7, 0.55, 0.66]
    .map((at, step) => `${(width * step) / 4},${height * (at - (number % 5) / 40)}`)
    .join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1">
      <stop stop-color="hsl(${hue} 65% 42%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 75% 82%)"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="hsl(${(hue + 180) % 360} 85% 75%)"/>
    <polygon points="0,${height} ${ridge} ${width},${height}" fill="hsl(${(hue + 220) % 360} 35% 28%)"/>
  </svg>`;
}

/** The same picture with as many bytes more as are missing, in a chunk that every reader of PNG skips. */
function padPng(png: Buffer, bytes: number): Buffer {
  const missing = bytes - png.length - END_CHUNK;
  if (missing <= 0) return png;
  const named = Buffer.concat([Buffer.from('dpSd', 'latin1'), Buffer.alloc(missing, 'depict')]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(missing);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), chunk.length - 4);
  const end = png.length - END_CHUNK;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
}

async function drawSample(number: number, bytes: number): Promise<Sample> {
  const [width, height] = SIZES[number % SIZES.length] ?? SIZES[0];
  const drawing = sharp(Buffer.from(landscape(width, height, number)));
  const png = await drawing.clone().png({ palette: true, colours: 64 }).toBuffer();
  const original = padPng(png, bytes);
  const small = drawing.clone().resize({ width: 320, height: 320, fit: 'inside' }).webp({ quality: 80 });
  const thumbnail = await small.toBuffer({ resolveWithObject: true });
  return {
    width,
    height,
    original: original.toString('base64'),
    sha256: createHash('sha256').update(original).digest('hex'),
    byteSize: original.length,
    thumbnail: thumbnail.data.toString('base64'),
    thumbnailWidth: thumbnail.info.width,
    thumbnailHeight: thumbnail.info.height,
  };
}

/** Real pictures in three shapes, each of about so many bytes, with their thumbnails. */
export function drawSamples(bytes: number): Promise<readonly Sample[]> {
  return Promise.all(Array.from({ length: SAMPLES }, (_, number) => drawSample(number, bytes)));
}
