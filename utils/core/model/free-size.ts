/** Bounds of sizes from gpt-image-2 on (image-api §1.3); the server has the last word. */
const STEP = 16;
const LONGEST_EDGE = 3840;
const MOST_PIXELS = 3840 * 2160;
const FEWEST_PIXELS = 655_360;
const WIDEST_RATIO = 3;

/** Why a typed size would be refused. */
export type SizeProblem = 'form' | 'step' | 'edge' | 'ratio' | 'small' | 'large';

/** `WIDTHxHEIGHT` as the API writes it, from what a person types (`1024 × 768`, `1024*768`); otherwise unchanged. */
export function normaliseSize(text: string): string {
  const match = /^\s*(\d{1,5})\s*[x×X*]\s*(\d{1,5})\s*$/.exec(text);
  return match ? `${Number(match[1])}x${Number(match[2])}` : text.trim();
}

/** Why a model with free sizes refuses this one; `undefined` when it takes it. */
export function freeSizeProblem(size: string): SizeProblem | undefined {
  const match = /^(\d+)x(\d+)$/.exec(size);
  if (!match) return 'form';
  const width = Number(match[1]);
  const height = Number(match[2]);
  const [short, long] = width < height ? [width, height] : [height, width];
  if (width % STEP !== 0 || height % STEP !== 0) return 'step';
  if (long > LONGEST_EDGE) return 'edge';
  if (long > short * WIDEST_RATIO) return 'ratio';
  if (width * height < FEWEST_PIXELS) return 'small';
  return width * height > MOST_PIXELS ? 'large' : undefined;
}
