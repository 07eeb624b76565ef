import type { Rule } from './rules';

/** The parameters that models of one family take, in the order in which they are checked. */
export type ParameterTable = Readonly<Record<string, Rule>>;

export type FamilyName =
  'dall-e-2' | 'dall-e-3' | 'gpt-image-1' | 'gpt-image-2' | 'gpt-image-2.5' | 'gpt-image-2.6' | 'other';

const choice = (...values: string[]): Rule => ({ kind: 'choice', values });
const integer = (min: number, max: number): Rule => ({ kind: 'integer', min, max });
const text: Rule = { kind: 'text' };
const prompt = (maxLength: number): Rule => ({ kind: 'text', required: true, maxLength });

const gptImage1: ParameterTable = {
  prompt: prompt(32_000),
  n: integer(1, 10),
  size: choice('1024x1024', '1536x1024', '1024x1536', 'auto'),
  quality: choice('low', 'medium', 'high', 'auto'),
  background: choice('transparent', 'opaque', 'auto'),
  moderation: choice('low', 'auto'),
  output_format: choice('png', 'jpeg', 'webp'),
  output_compression: integer(0, 100),
  stream: { kind: 'boolean' },
  partial_images: integer(0, 3),
  user: text,
};

const gptImage2: ParameterTable = { ...gptImage1, size: { kind: 'free-size', values: ['auto'] } };

const gptImage25: ParameterTable = {
  ...gptImage2,
  quality: choice('low', 'medium', 'high', 'xhigh', 'max', 'auto'),
};

/** What relays and servers of open models take: mostly free text, because every model behind them differs. */
const other: ParameterTable = {
  prompt: { kind: 'text', required: true },
  n: integer(1, 10),
  size: text,
  quality: text,
  style: text,
  background: text,
  moderation: text,
  response_format: choice('url', 'b64_json'),
  output_format: choice('png', 'jpeg', 'webp'),
  output_compression: integer(0, 100),
  stream: { kind: 'boolean' },
  partial_images: integer(0, 3),
  user: text,
};

/**
 * What each family takes. `model` is not listed, because it chooses the family.
 * From the official schema's `CreateImageRequest`, and for 2.5 and 2.6 from OpenAI's newer model pages.
 */
export const families: Readonly<Record<FamilyName, ParameterTable>> = {
  'dall-e-2': {
    prompt: prompt(1000),
    n: integer(1, 10),
    size: choice('256x256', '512x512', '1024x1024'),
    quality: choice('standard'),
    response_format: choice('url', 'b64_json'),
    user: text,
  },
  'dall-e-3': {
    prompt: prompt(4000),
    n: integer(1, 1),
    size: choice('1024x1024', '1792x1024', '1024x1792'),
    quality: choice('standard', 'hd'),
    style: choice('vivid', 'natural'),
    response_format: choice('url', 'b64_json'),
    user: text,
  },
  'gpt-image-1': gptImage1,
  'gpt-image-2': gptImage2,
  'gpt-image-2.5': gptImage25,
  'gpt-image-2.6': { ...gptImage25, complexity: choice('low', 'medium', 'high') },
  other,
};
