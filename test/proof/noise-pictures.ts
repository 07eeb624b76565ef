import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A picture unlike any other, as large as real ones are. */
export interface NoisePicture {
  readonly base64: string;
  readonly sha256: string;
}

/** Pixels on an edge: as a PNG that is half a million bytes. */
const EDGE = 400;

/** Draws one. */
export async function drawNoise(): Promise<NoisePicture> {
  const raw = { width: EDGE, height: EDGE, channels: 3 } as const;
  const bytes = await sharp(randomBytes(EDGE * EDGE * 3), { raw })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return { base64: bytes.toString('base64'), sha256: createHash('sha256').update(bytes).digest('hex') };
}
