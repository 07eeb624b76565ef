import { expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { KNOWN_MODELS } from '@/utils/core/model/models';
import { buildImageRequest, reservedFields, type RequestManner } from '@/utils/core/request/image-request';

const USUAL: RequestManner = { extraBody: {}, base64: 'auto', refused: [] };

const EVERYTHING = {
  n: 4,
  size: '1024x1024',
  quality: 'high',
  background: 'opaque',
  moderation: 'auto',
  style: 'vivid',
};

it.each<[GenerationParameters, object]>([
  [{ model: 'gpt-image-1' }, { model: 'gpt-image-1', prompt: 'a fox' }],
  [{ model: 'dall-e-3' }, { model: 'dall-e-3', prompt: 'a fox', response_format: 'b64_json' }],
  [
    { ...EVERYTHING, model: 'dall-e-2' },
    { model: 'dall-e-2', prompt: 'a fox', n: 4, size: '1024x1024', response_format: 'b64_json' },
  ],
  [
    { ...EVERYTHING, model: 'openai/gpt-image-1' },
    {
      model: 'openai/gpt-image-1',
      prompt: 'a fox',
      n: 4,
      size: '1024x1024',
      quality: 'high',
      background: 'opaque',
      moderation: 'auto',
    },
  ],
  [{ model: 'flux-1-schnell' }, { model: 'flux-1-schnell', prompt: 'a fox' }],
])('of %j sends exactly what the model takes', (parameters, body) => {
  expect(buildImageRequest('a fox', parameters, USUAL)).toEqual(body);
});

it('asks only dall-e for base64', () => {
  for (const model of [...KNOWN_MODELS, 'flux-1-schnell']) {
    const request = buildImageRequest('a fox', { ...EVERYTHING, model }, USUAL);
    expect('response_format' in request, model).toBe(model.startsWith('dall-e-'));
    expect('style' in request, model).toBe(['dall-e-3', 'flux-1-schnell'].includes(model));
  }
});

it('sends the words as they are', () => {
  const prompt = '"fox"\n狐🦊 </script>';
  expect(JSON.parse(JSON.stringify(buildImageRequest(prompt, { model: 'dall-e-2' }, USUAL)))).toMatchObject({
    prompt,
  });
});

it.each<[string, Partial<RequestManner>, string, object]>([
  ['adds what the person wrote in the extra JSON', { extraBody: { seed: 7 } }, 'flux', { seed: 7 }],
  ['lets a choice of the prompt win over it', { extraBody: { quality: 'low' } }, 'flux', { quality: 'high' }],
  ['asks for base64 where that was set', { base64: 'always' }, 'flux', { response_format: 'b64_json' }],
])('%s', (_, manner, model, fields) => {
  const request = buildImageRequest('a fox', { model, quality: 'high' }, { ...USUAL, ...manner });
  expect(request).toMatchObject({ model, prompt: 'a fox', ...fields });
});

it.each<[string, Partial<RequestManner>, string, string]>([
  ['leaves out what the server refused', { refused: ['quality'] }, 'flux', 'quality'],
  ['asks gpt-image never for base64', { base64: 'always' }, 'gpt-image-1', 'response_format'],
  ['asks nobody where that was set', { base64: 'never' }, 'dall-e-3', 'response_format'],
])('%s', (_, manner, model, field) => {
  const request = buildImageRequest('a fox', { model, quality: 'high' }, { ...USUAL, ...manner });
  expect(request).not.toHaveProperty(field);
});

it('never leaves out what makes a request', () => {
  const request = buildImageRequest('a fox', { model: 'flux' }, { ...USUAL, refused: ['model', 'prompt'] });
  expect(request).toEqual({ model: 'flux', prompt: 'a fox' });
});

it('tells which extra fields Depict itself decides about', () => {
  expect(reservedFields({ seed: 7, prompt: 'x', stream: true })).toEqual(['prompt', 'stream']);
});
