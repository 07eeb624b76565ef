import OpenAI, { APIError, AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { expect, it } from 'vitest';
import type { Sandbox } from './server';
import { inspect, sandboxForTest } from './testing';

function clientOf(sandbox: Sandbox, apiKey = 'sk-test'): OpenAI {
  return new OpenAI({ baseURL: sandbox.baseUrl, apiKey, maxRetries: 0 });
}

it('gives the official client a picture', async () => {
  const client = clientOf(await sandboxForTest());
  const reply = await client.images.generate({ model: 'gpt-image-1', prompt: 'a fox', size: '1536x1024' });
  const picture = Buffer.from(reply.data?.[0]?.b64_json ?? '', 'base64');
  expect(await inspect(picture)).toMatchObject({ format: 'png', width: 1536, height: 1024 });
  expect(reply.usage?.total_tokens).toBeGreaterThan(0);
});

it('streams previews and the picture to the official client', async () => {
  const client = clientOf(await sandboxForTest());
  const stream = await client.images.generate({
    model: 'gpt-image-1',
    prompt: 'a fox',
    output_format: 'webp',
    stream: true,
    partial_images: 2,
  });
  const types = [];
  for await (const event of stream) {
    types.push(event.type);
    const picture = Buffer.from(event.b64_json, 'base64');
    expect(await inspect(picture)).toMatchObject({ format: 'webp', width: 1024, height: 1024 });
  }
  expect(types).toEqual([
    'image_generation.partial_image',
    'image_generation.partial_image',
    'image_generation.completed',
  ]);
});

it.each(['1', '3', '4', '5'])('makes the official client throw over error %s in a stream', async (shape) => {
  const client = clientOf(await sandboxForTest());
  const prompt = `a fox [[stream-error ${shape}]]`;
  const stream = await client.images.generate({ model: 'gpt-image-1', prompt, stream: true });
  const reading = (async () => {
    let events = 0;
    for await (const _ of stream) events += 1;
    return events;
  })();
  await expect(reading).rejects.toBeInstanceOf(APIError);
});

it('lists its models for the official client', async () => {
  const client = clientOf(await sandboxForTest());
  const { data } = await client.models.list();
  expect(data.map(({ id }) => id)).toContain('gpt-image-2.6-flare');
});

it('makes the official client throw its typed errors', async () => {
  const sandbox = await sandboxForTest();
  const badSize = clientOf(sandbox).images.generate({ model: 'dall-e-3', prompt: 'a fox', size: '256x256' });
  const error: unknown = await badSize.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BadRequestError);
  expect(error).toMatchObject({
    status: 400,
    param: 'size',
    code: 'invalid_value',
    type: 'invalid_request_error',
  });
  expect(error).toHaveProperty('requestID', expect.stringMatching(/^req_/));

  const badKey = clientOf(sandbox, 'wrong-key-1234').models.list();
  const refused: unknown = await badKey.catch((reason: unknown) => reason);
  expect(refused).toBeInstanceOf(AuthenticationError);
  expect(refused).toMatchObject({ status: 401, code: 'invalid_api_key' });

  const noModel = clientOf(sandbox).images.generate({ model: 'no-such-model', prompt: 'a fox' });
  await expect(noModel).rejects.toBeInstanceOf(NotFoundError);
});
