import type { GenerationParameters } from '../model/generation-parameters';
import { familyOf, withoutVendor } from '../model/models';

/** Tokens of one picture: square, upright, wide. */
type Tokens = readonly [square: number, upright: number, wide: number];

/** What is drawn when the quality is left to the server: the estimate takes the dearest usual one, not the cheapest. */
const USUAL_QUALITY = 'high';

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
const TOKENS: Readonly<Record<string, Readonly<Record<string, Tokens>>>> = {
  // Its price page names more than its tokens come to; the estimate goes by the page.
  [MINI]: {
    low: [625, 750, 750],
    medium: [1375, 1875, 1875],
    high: [4500, 6500, 6500],
  },
  'gpt-image-1': {
    low: [272, 408, 400],
    medium: [1056, 1584, 1568],
    high: [4160, 6240, 6208],
  },
  'gpt-image-2': SECOND,
  'gpt-image-2.5': SECOND_AND_HALF,
  'gpt-image-2.6': { ...SECOND_AND_HALF, low: [686, 532, 532], medium: [1537, 1201, 1201] },
};

/** A vendor's prefix and a date at the end change nothing. */
function tableOf(model: string): Readonly<Record<string, Tokens>> | undefined {
  const isMini = withoutVendor(model).toLowerCase().startsWith(MINI);
  return TOKENS[isMini ? MINI : familyOf(model).name];
}

/** Whether size or quality are left to the server. */
export function leavesChoice({ quality = 'auto', size = 'auto' }: GenerationParameters): boolean {
  return quality === 'auto' || size === 'auto';
}

/**
 * About how many output tokens one picture takes; `undefined` for models that are not sold by tokens or not known.
 * Where size or quality are left to the server, the larger figure counts: an estimate that is too low is no help.
 */
export function outputTokens({
  model,
  quality = 'auto',
  size = 'auto',
}: GenerationParameters): number | undefined {
  const table = tableOf(model);
  const tokens = table?.[quality] ?? table?.[USUAL_QUALITY];
  if (!tokens) return undefined;
  const [width, height] = size.split('x').map(Number);
  if (width === undefined || height === undefined) return Math.max(...tokens);
  const [square, upright, wide] = tokens;
  if (width === height) return square;
  return height > width ? upright : wide;
}
