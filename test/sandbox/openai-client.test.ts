import OpenAI, { AuthenticationError, BadRequestError, NotFoundError } from 'openai';
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
