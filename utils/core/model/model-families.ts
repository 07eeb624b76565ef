/**
 * What each family of image models takes, as its owner documents it. The limits belong to the servers and move with
 * them: they shape the controls and the request, and the server has the last word.
 */
export interface ModelFamily {
  readonly name: string;
  /** Model ids of the family, newest last. */
  readonly models: readonly string[];
  /** Begins every id of the family, dated snapshots included. */
  readonly prefixes: readonly string[];
  /** Longest prompt in Unicode code points. */
  readonly promptLimit?: number;
  /** Most pictures in one request; for more, several requests are made. */
  readonly imagesPerRequest: number;
  /** Values offered for each parameter; an empty list means that the family does not take it. */
  readonly sizes: readonly string[];
  readonly qualities: readonly string[];
  readonly backgrounds: readonly string[];
  readonly moderations: readonly string[];
  readonly styles: readonly string[];
  readonly outputFormats: readonly string[];
  /** Whether any `WIDTHxHEIGHT` is taken, within the bounds of `free-size.ts`, besides those listed. */
  readonly takesFreeSizes: boolean;
  /** Whether `stream` and `partial_images` are known. */
  readonly streams: boolean;
  /** Whether `response_format` is known; where it is, base64 is asked for, so that no second host is involved. */
  readonly takesResponseFormat: boolean;
}

const GPT_IMAGE = {
  promptLimit: 32_000,
  imagesPerRequest: 10,
  backgrounds: ['auto', 'transparent', 'opaque'],
  moderations: ['auto', 'low'],
  styles: [],
  outputFormats: ['png', 'jpeg', 'webp'],
  streams: true,
  takesResponseFormat: false,
} as const;

const FIRST_GPT_SIZES = ['auto', '1024x1024', '1536x1024', '1024x1536'] as const;

/** From gpt-image-2 on any size within the documented bounds is taken; these are the useful ones. */
const FREE_SIZES = [
  ...FIRST_GPT_SIZES,
  '2048x2048',
  '2560x1440',
  '1440x2560',
  '3840x2160',
  '2160x3840',
] as const;

const DALL_E = {
  backgrounds: [],
  moderations: [],
  outputFormats: [],
  takesFreeSizes: false,
  streams: false,
  takesResponseFormat: true,
} as const;

const GPT_QUALITIES = ['auto', 'low', 'medium', 'high'] as const;

/** Most specific prefix first: the first family that matches an id is the one. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2.6',
    models: ['gpt-image-2.6-flare', 'gpt-image-2.6-sunburst'],
    prefixes: ['gpt-image-2.6'],
    sizes: FREE_SIZES,
    takesFreeSizes: true,
    qualities: [...GPT_QUALITIES, 'xhigh', 'max'],
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2.5',
    models: ['gpt-image-2.5-flare', 'gpt-image-2.5-sunburst'],
    prefixes: ['gpt-image-2.5'],
    sizes: FREE_SIZES,
    takesFreeSizes: true,
    qualities: [...GPT_QUALITIES, 'xhigh', 'max'],
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2',
    models: ['gpt-image-2'],
    prefixes: ['gpt-image-2'],
    sizes: FREE_SIZES,
    takesFreeSizes: true,
    qualities: GPT_QUALITIES,
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-1',
    models: ['gpt-image-1', 'gpt-image-1-mini', 'gpt-image-1.5', 'chatgpt-image-latest'],
    prefixes: ['gpt-image-1', 'chatgpt-image-'],
    sizes: FIRST_GPT_SIZES,
    takesFreeSizes: false,
    qualities: GPT_QUALITIES,
  },
  {
    name: 'dall-e-3',
    models: ['dall-e-3'],
    prefixes: ['dall-e-3'],
    promptLimit: 4000,
    imagesPerRequest: 1,
    sizes: ['1024x1024', '1792x1024', '1024x1792'],
    qualities: ['standard', 'hd'],
    styles: ['vivid', 'natural'],
    ...DALL_E,
  },
  {
    name: 'dall-e-2',
    models: ['dall-e-2'],
    prefixes: ['dall-e-2'],
    promptLimit: 1000,
    imagesPerRequest: 10,
    sizes: ['256x256', '512x512', '1024x1024'],
    qualities: [],
    styles: [],
    ...DALL_E,
  },
];

/** A model nobody described: the usual values are offered, any other can be typed, and only what was set is sent. */
export const UNKNOWN_FAMILY: ModelFamily = {
  name: 'unknown',
  models: [],
  prefixes: [],
  imagesPerRequest: 10,
  sizes: ['auto', '512x512', '1024x1024', '1536x1024', '1024x1536', '1792x1024', '1024x1792', '2048x2048'],
  qualities: ['auto', 'low', 'medium', 'high', 'standard', 'hd'],
  backgrounds: ['auto', 'transparent', 'opaque'],
  moderations: ['auto', 'low'],
  styles: ['vivid', 'natural'],
  outputFormats: ['png', 'jpeg', 'webp'],
  takesFreeSizes: true,
  streams: true,
  takesResponseFormat: false,
};
