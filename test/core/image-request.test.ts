import { expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/generation-parameters';
import { buildImageRequest } from '@/utils/core/image-request';
import { KNOWN_MODELS } from '@/utils/core/models';

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
  expect(buildImageRequest('a fox', parameters)).toEqual(body);
});

it('asks only dall-e for base64, and dall-e-3 never for a number of pictures', () => {
  for (const model of [...KNOWN_MODELS, 'flux-1-schnell']) {
    const request = buildImageRequest('a fox', { ...EVERYTHING, model });
    expect('response_format' in request, model).toBe(model.startsWith('dall-e-'));
    expect('n' in request, model).toBe(model !== 'dall-e-3');
    expect('style' in request, model).toBe(['dall-e-3', 'flux-1-schnell'].includes(model));
  }
});

it('sends the words as they are', () => {
  const prompt = '"fox"\n狐🦊 </script>';
  expect(JSON.parse(JSON.stringify(buildImageRequest(prompt, { model: 'dall-e-2' })))).toMatchObject({
    prompt,
  });
});
