import { Refusal } from './refusal';

/** A picture's measures in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Limits of gpt-image-2 and later; the least number of pixels is measured by developers, not documented. */
const limits = { multiple: 16, ratio: 3, edge: 3840, mostPixels: 3840 * 2160, leastPixels: 655_360 };

const rules: readonly { readonly holds: (size: Size) => boolean; readonly message: string }[] = [
  {
    holds: ({ width, height }) => width % limits.multiple === 0 && height % limits.multiple === 0,
    message: `width and height must both be divisible by ${limits.multiple}`,
  },
  {
    holds: ({ width, height }) => Math.max(width, height) <= limits.edge,
    message: `the longer edge must be at most ${limits.edge} pixels`,
  },
  {
    holds: ({ width, height }) => Math.max(width, height) <= limits.ratio * Math.min(width, height),
    message: `the longer edge must be at most ${limits.ratio} times the shorter one`,
  },
  {
    holds: ({ width, height }) => width * height <= limits.mostPixels,
    message: `width times height must be at most ${limits.mostPixels}`,
  },
  {
    holds: ({ width, height }) => width * height >= limits.leastPixels,
    message: `width times height must be at least ${limits.leastPixels}`,
  },
];

/** `"1536x864"` as numbers, or undefined for anything else, `"auto"` included. */
export function parseSize(text: string): Size | undefined {
  const match = /^([1-9]\d{0,5})x([1-9]\d{0,5})$/.exec(text);
  return match ? { width: Number(match[1]), height: Number(match[2]) } : undefined;
}

/**
 * Holds a size against the limits of the models that draw any size.
 *
 * @throws Refusal of type `image_generation_user_error`, as those models answer
 */
export function checkFreeSize(param: string, text: string): void {
  const size = parseSize(text);
  const broken = size && rules.find((rule) => !rule.holds(size));
  if (size && !broken) return;
  const reason = broken?.message ?? "it must read WIDTHxHEIGHT, for example '1536x864', or 'auto'";
  throw new Refusal({
    status: 400,
    type: 'image_generation_user_error',
    param,
    code: 'invalid_value',
    message: `'${param}' is '${text.slice(0, 60)}': ${reason}.`,
  });
}
