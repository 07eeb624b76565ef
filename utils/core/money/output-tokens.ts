import { normaliseSize } from '../model/free-size';
import type { GenerationParameters } from '../model/generation-parameters';
import { familyOf, withoutVendor } from '../model/models';

/** Tokens of one picture of the three usual sizes: square, upright, wide. */
type Tokens = readonly [square: number, upright: number, wide: number];

/** What the tokens of a family are estimated by. */
interface TokenTable {
  readonly qualities: Readonly<Record<string, Tokens>>;
  /** How many times the tokens of 1024x1024 a square of so many pixels takes; grows with the pixels. */
  readonly growth: (pixels: number) => number;
}

/** What is drawn when the quality is left to the server: the estimate takes the dearest usual one, not the cheapest. */
const USUAL_QUALITY = 'high';

const SQUARE_PIXELS = 1024 * 1024;

/** Pixels of 1536x1024, the largest of the usual sizes. */
const LARGEST_USUAL_PIXELS = 1536 * 1024;

/** The largest picture any described model draws (image-api §1.3). */
const MOST_PIXELS = 3840 * 2160;

/** The first family takes tokens by the area. */
const byArea = (pixels: number): number => pixels / SQUARE_PIXELS;

/**
 * From gpt-image-2 on, tokens are a grid of patches times two million and the pixels. That fits the published figures
 * of all sizes to the token (7024 at 1024x1024, 13,342 at 3840x2160, 23,719 at 2880x2880); a square has the most patches.
 */
const byPatches = (pixels: number): number => (2e6 + pixels) / (2e6 + SQUARE_PIXELS);

const SECOND: Readonly<Record<string, Tokens>> = {
  low: [196, 166, 166],
  medium: [1756, 1372, 1372],
  high: [7024, 5488, 5488],
};

/** Sizes other than the square are scaled as those of gpt-image-2 are (image-api §4). */
const SECOND_AND_HALF: Readonly<Record<string, Tokens>> = {
  low: [196, 152, 152],
  medium: [439, 343, 343],
  high: [1756, 1372, 1372],
  xhigh: [3122, 2439, 2439],
  max: [7024, 5488, 5488],
};

/** Of the family of gpt-image-1, with tokens of its own. */
const MINI = 'gpt-image-1-mini';

/** Output tokens by family and quality (image-api §4); those of 2.6 below `high` are about 3.5 times those of 2.5. */
const TOKENS: Readonly<Record<string, TokenTable>> = {
  // Its price page names more than its tokens come to; the estimate goes by the page.
  [MINI]: {
    growth: byArea,
    qualities: {
      low: [625, 750, 750],
      medium: [1375, 1875, 1875],
      high: [4500, 6500, 6500],
    },
  },
  'gpt-image-1': {
    growth: byArea,
    qualities: {
      low: [272, 408, 400],
      medium: [1056, 1584, 1568],
      high: [4160, 6240, 6208],
    },
  },
  'gpt-image-2': { growth: byPatches, qualities: SECOND },
  'gpt-image-2.5': { growth: byPatches, qualities: SECOND_AND_HALF },
  'gpt-image-2.6': {
    growth: byPatches,
    qualities: { ...SECOND_AND_HALF, low: [686, 532, 532], medium: [1537, 1201, 1201] },
  },
};

/** A vendor's prefix and a date at the end change nothing. */
function tableOf(model: string): TokenTable | undefined {
  const isMini = withoutVendor(model).toLowerCase().startsWith(MINI);
  return TOKENS[isMini ? MINI : familyOf(model).name];
}

/** The tokens of the usual sizes in a quality; those of the dearest one where the word is not known. */
function tokensFor({ qualities }: TokenTable, quality: string): Tokens | undefined {
  const known = qualities[quality === 'auto' ? USUAL_QUALITY : quality];
  return known ?? Object.values(qualities).toSorted(([one], [other]) => other - one)[0];
}

const USUAL_SIZES = ['1024x1024', '1024x1536', '1536x1024'];

/** Pixels of a size; the most there can be where it is written in another way (`4K`, `16:9`). */
function pixelsOf(size: string): number {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(normaliseSize(size)) ?? [];
  return width === undefined ? MOST_PIXELS : Number(width) * Number(height);
}

/** Whether the tokens are only known as an upper bound: size or quality are the server's, or the size is no usual one. */
export function leavesChoice({ quality = 'auto', size = 'auto' }: GenerationParameters): boolean {
  return quality === 'auto' || !USUAL_SIZES.includes(normaliseSize(size));
}

/**
 * At most how many output tokens one picture takes; `undefined` for models that are not sold by tokens or not known.
 * Where size or quality are left to the server, the larger figure counts: an estimate that is too low is no help.
 *
 * For other than the usual sizes, the tokens are those of a square of as many pixels, which has the most of all shapes,
 * and not less than those of a usual size with no more pixels. So they grow with the pixels.
 */
export function outputTokens({
  model,
  quality = 'auto',
  size = 'auto',
}: GenerationParameters): number | undefined {
  const table = tableOf(model);
  const tokens = table && tokensFor(table, quality);
  if (!tokens) return undefined;
  const usual = tokens[USUAL_SIZES.indexOf(normaliseSize(size))];
  if (usual !== undefined) return usual;
  if (size === 'auto') return Math.max(...tokens);
  const pixels = pixelsOf(size);
  const square = tokens[0] * Math.max(1, table.growth(pixels));
  return Math.ceil(pixels < LARGEST_USUAL_PIXELS ? square : Math.max(square, ...tokens));
}
