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
  /** Most pictures in one request. */
  readonly maximumImages: number;
  /** Values offered for each parameter; an empty list means that the family does not take it. */
  readonly sizes: readonly string[];
  readonly qualities: readonly string[];
  readonly backgrounds: readonly string[];
  readonly moderations: readonly string[];
  readonly styles: readonly string[];
  /** Whether `response_format` is known; where it is, base64 is asked for, so that no second host is involved. */
  readonly takesResponseFormat: boolean;
}

const GPT_IMAGE = {
  promptLimit: 32_000,
  maximumImages: 10,
  backgrounds: ['auto', 'transparent', 'opaque'],
  moderations: ['auto', 'low'],
  styles: [],
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

const GPT_QUALITIES = ['auto', 'low', 'medium', 'high'] as const;

/** Most specific prefix first: the first family that matches an id is the one. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2.6',
    models: ['gpt-image-2.6-flare', 'gpt-image-2.6-sunburst'],
    prefixes: ['gpt-image-2.6'],
    sizes: FREE_SIZES,
    qualities: [...GPT_QUALITIES, 'xhigh', 'max'],
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2.5',
    models: ['gpt-image-2.5-flare', 'gpt-image-2.5-sunburst'],
    prefixes: ['gpt-image-2.5'],
    sizes: FREE_SIZES,
    qualities: [...GPT_QUALITIES, 'xhigh', 'max'],
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-2',
    models: ['gpt-image-2'],
    prefixes: ['gpt-image-2'],
    sizes: FREE_SIZES,
    qualities: GPT_QUALITIES,
  },
  {
    ...GPT_IMAGE,
    name: 'gpt-image-1',
    models: ['gpt-image-1', 'gpt-image-1-mini', 'gpt-image-1.5', 'chatgpt-image-latest'],
    prefixes: ['gpt-image-1', 'chatgpt-image-'],
    sizes: FIRST_GPT_SIZES,
    qualities: GPT_QUALITIES,
  },
  {
    name: 'dall-e-3',
    models: ['dall-e-3'],
    prefixes: ['dall-e-3'],
    promptLimit: 4000,
    maximumImages: 1,
    sizes: ['1024x1024', '1792x1024', '1024x1792'],
    qualities: ['standard', 'hd'],
    backgrounds: [],
    moderations: [],
    styles: ['vivid', 'natural'],
    takesResponseFormat: true,
  },
  {
    name: 'dall-e-2',
    models: ['dall-e-2'],
    prefixes: ['dall-e-2'],
    promptLimit: 1000,
    maximumImages: 10,
    sizes: ['256x256', '512x512', '1024x1024'],
    qualities: [],
    backgrounds: [],
    moderations: [],
    styles: [],
    takesResponseFormat: true,
  },
];

/** A model nobody described: every usual value is offered, and only what the person sets is sent. */
export const UNKNOWN_FAMILY: ModelFamily = {
  name: 'unknown',
  models: [],
  prefixes: [],
  maximumImages: 10,
  sizes: ['auto', '512x512', '1024x1024', '1536x1024', '1024x1536', '1792x1024', '1024x1792', '2048x2048'],
  qualities: ['auto', 'low', 'medium', 'high', 'standard', 'hd'],
  backgrounds: ['auto', 'transparent', 'opaque'],
  moderations: ['auto', 'low'],
  styles: ['vivid', 'natural'],
  takesResponseFormat: false,
};
