import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from './server';
import { errorReply, post } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const gpt1 = { model: 'gpt-image-1', prompt: 'a fox' };
const gpt2 = { model: 'gpt-image-2', prompt: 'a fox' };
const gpt25 = { model: 'gpt-image-2.5-flare', prompt: 'a fox' };
const gpt26 = { model: 'gpt-image-2.6-sunburst', prompt: 'a fox' };
const dallE2 = { model: 'dall-e-2', prompt: 'a fox' };
const dallE3 = { model: 'dall-e-3', prompt: 'a fox' };

type Refused = readonly [name: string, body: unknown, code: string | null, param: string | null];

describe.each<Refused>([
  ['text that is not JSON', '{"prompt":', null, null],
  ['an array', [gpt1], 'invalid_type', null],
  ['null', null, 'invalid_type', null],
  ['no prompt', { model: 'gpt-image-1' }, 'missing_required_parameter', 'prompt'],
  ['a prompt of null', { ...gpt1, prompt: null }, 'invalid_type', 'prompt'],
  ['a prompt that is a number', { ...gpt1, prompt: 5 }, 'invalid_type', 'prompt'],
  ['an empty prompt', { ...gpt1, prompt: '' }, 'empty_string', 'prompt'],
  [
    '1001 characters for dall-e-2',
    { ...dallE2, prompt: 'x'.repeat(1001) },
    'string_above_max_length',
    'prompt',
  ],
  [
    '4001 characters for dall-e-3',
    { ...dallE3, prompt: 'x'.repeat(4001) },
    'string_above_max_length',
    'prompt',
  ],
  ['32001 characters for GPT', { ...gpt1, prompt: 'x'.repeat(32_001) }, 'string_above_max_length', 'prompt'],
  ['a model that is a number', { ...gpt1, model: 1 }, 'invalid_type', 'model'],
  ['n below 1', { ...gpt1, n: 0 }, 'integer_below_min_value', 'n'],
  ['n above 10', { ...gpt1, n: 11 }, 'integer_above_max_value', 'n'],
  ['n as text', { ...gpt1, n: '2' }, 'invalid_type', 'n'],
  ['n with a fraction', { ...gpt1, n: 1.5 }, 'invalid_type', 'n'],
  ['two pictures of dall-e-3', { ...dallE3, n: 2 }, 'integer_above_max_value', 'n'],
  ['a wide picture of dall-e-2', { ...dallE2, size: '1792x1024' }, 'invalid_value', 'size'],
  ['a small picture of dall-e-3', { ...dallE3, size: '512x512' }, 'invalid_value', 'size'],
  ['size auto for dall-e-3', { ...dallE3, size: 'auto' }, 'invalid_value', 'size'],
  ['a free size for gpt-image-1', { ...gpt1, size: '1536x864' }, 'invalid_value', 'size'],
  ['a size that is a number', { ...gpt1, size: 1024 }, 'invalid_type', 'size'],
  ['a free size that is a number', { ...gpt2, size: 1024 }, 'invalid_type', 'size'],
  ['quality hd for GPT', { ...gpt1, quality: 'hd' }, 'invalid_value', 'quality'],
  ['quality high for dall-e-3', { ...dallE3, quality: 'high' }, 'invalid_value', 'quality'],
  ['quality hd for dall-e-2', { ...dallE2, quality: 'hd' }, 'invalid_value', 'quality'],
  ['quality max for gpt-image-2', { ...gpt2, quality: 'max' }, 'invalid_value', 'quality'],
  ['style for GPT', { ...gpt1, style: 'vivid' }, 'unknown_parameter', 'style'],
  ['style for dall-e-2', { ...dallE2, style: 'vivid' }, 'unknown_parameter', 'style'],
  ['a style that does not exist', { ...dallE3, style: 'bold' }, 'invalid_value', 'style'],
  [
    'response_format for GPT',
    { ...gpt1, response_format: 'b64_json' },
    'unknown_parameter',
    'response_format',
  ],
  ['another response_format', { ...dallE3, response_format: 'file' }, 'invalid_value', 'response_format'],
  ['background for dall-e-3', { ...dallE3, background: 'opaque' }, 'unknown_parameter', 'background'],
  ['another background', { ...gpt1, background: 'blue' }, 'invalid_value', 'background'],
  [
    'a transparent JPEG',
    { ...gpt1, background: 'transparent', output_format: 'jpeg' },
    'invalid_value',
    'background',
  ],
  ['moderation for dall-e-2', { ...dallE2, moderation: 'low' }, 'unknown_parameter', 'moderation'],
  ['moderation high', { ...gpt1, moderation: 'high' }, 'invalid_value', 'moderation'],
  ['output_format for dall-e-3', { ...dallE3, output_format: 'png' }, 'unknown_parameter', 'output_format'],
  ['another output_format', { ...gpt1, output_format: 'bmp' }, 'invalid_value', 'output_format'],
  ['compressed PNG', { ...gpt1, output_compression: 50 }, 'invalid_value', 'output_compression'],
  [
    'compression above 100',
    { ...gpt1, output_format: 'webp', output_compression: 101 },
    'integer_above_max_value',
    'output_compression',
  ],
  [
    'compression below 0',
    { ...gpt1, output_format: 'webp', output_compression: -1 },
    'integer_below_min_value',
    'output_compression',
  ],
  ['stream as text', { ...gpt1, stream: 'true' }, 'invalid_type', 'stream'],
  ['stream for dall-e-3', { ...dallE3, stream: false }, 'unknown_parameter', 'stream'],
  ['partial_images without stream', { ...gpt1, partial_images: 1 }, 'invalid_value', 'partial_images'],
  [
    'partial_images above 3',
    { ...gpt1, stream: true, partial_images: 4 },
    'integer_above_max_value',
    'partial_images',
  ],
  ['user as a number', { ...gpt1, user: 7 }, 'invalid_type', 'user'],
  ['a user of null', { ...gpt1, user: null }, 'invalid_type', 'user'],
  ['complexity before 2.6', { ...gpt25, complexity: 'low' }, 'unknown_parameter', 'complexity'],
  ['a parameter nobody knows', { ...gpt1, seed: 1 }, 'unknown_parameter', 'seed'],
  [
    'a parameter named like a member of objects',
    { ...gpt1, constructor: 1 },
    'unknown_parameter',
    'constructor',
  ],
])('refuses %s', (_, body, code, param) => {
  it(`with ${code} for ${param}`, async () => {
    const response = await post(sandbox, body === null ? 'null' : body);
    const { error } = v.parse(errorReply, await response.json());
    expect({ status: response.status, ...error }).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      code,
      param,
    });
  });
});

it.each([
  ['not divisible by 16', '1000x1000', /divisible by 16/],
  ['an edge above 3840', '3856x2000', /at most 3840/],
  ['longer than three to one', '3072x1008', /3 times/],
  ['more pixels than 4K', '3840x2176', /8294400/],
  ['fewer pixels than the least', '576x1024', /655360/],
  ['another separator', '1024*1024', /WIDTHxHEIGHT/],
  ['nothing', '', /WIDTHxHEIGHT/],
])('refuses a free size: %s', async (_, size, message) => {
  const response = await post(sandbox, { ...gpt2, size });
  const { error } = v.parse(errorReply, await response.json());
  expect(response.status).toBe(400);
  expect(error).toMatchObject({ type: 'image_generation_user_error', param: 'size', code: 'invalid_value' });
  expect(error.message).toMatch(message);
});

it('refuses a model that it does not have', async () => {
  const response = await post(sandbox, { ...gpt1, model: 'flux' });
  const { error } = v.parse(errorReply, await response.json());
  expect({ status: response.status, ...error }).toMatchObject({
    status: 404,
    type: 'invalid_request_error',
    param: 'model',
    code: 'model_not_found',
  });
});

it('refuses a body that is not sent as JSON', async () => {
  const headers = { authorization: 'Bearer k', 'content-type': 'text/plain' };
  const response = await post(sandbox, gpt1, { headers });
  const { error } = v.parse(errorReply, await response.json());
  expect({ status: response.status, ...error }).toMatchObject({
    status: 400,
    code: 'unsupported_content_type',
  });
});

it.each([
  [
    'every parameter of dall-e-2',
    { ...dallE2, n: 1, size: '256x256', quality: 'standard', response_format: 'url', user: 'u' },
  ],
  [
    'every parameter of dall-e-3',
    {
      ...dallE3,
      n: 1,
      size: '1024x1792',
      quality: 'hd',
      style: 'natural',
      response_format: 'url',
      user: 'u',
    },
  ],
  [
    'every parameter of gpt-image-1',
    {
      ...gpt1,
      size: 'auto',
      quality: 'auto',
      background: 'auto',
      moderation: 'low',
      output_format: 'webp',
      output_compression: 0,
      stream: false,
      user: 'u',
    },
  ],
  [
    'every null that the schema allows',
    { ...gpt1, n: null, size: null, quality: null, background: null, stream: null, partial_images: null },
  ],
  ['quality max for 2.5', { ...gpt25, quality: 'max' }],
  ['complexity for 2.6', { ...gpt26, complexity: 'medium' }],
  ['no model', { prompt: 'a fox', response_format: 'url' }],
  ['no model but a parameter of GPT', { prompt: 'a fox', background: 'opaque' }],
  [
    '1000 emoji for dall-e-2, counted as 1000 characters',
    { ...dallE2, prompt: '🦊'.repeat(1000), size: '256x256' },
  ],
  ['32000 characters for GPT', { ...gpt1, prompt: '画'.repeat(32_000) }],
])('takes %s', async (_, body) => {
  const response = await post(sandbox, body);
  expect(await response.json()).not.toHaveProperty('error');
  expect(response.status).toBe(200);
});
