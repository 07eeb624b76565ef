import * as v from 'valibot';
import { expect, it } from 'vitest';
import { errorReply, generate, inspect, post, sandboxForTest } from './testing';

it('answers GPT models with base64, what auto became, and usage', async () => {
  const sandbox = await sandboxForTest();
  const before = Math.floor(Date.now() / 1000);
  const reply = await generate(sandbox, {
    model: 'gpt-image-1',
    prompt: 'a fox in snow',
    n: 2,
    size: 'auto',
  });
  expect(reply).toMatchObject({
    background: 'opaque',
    output_format: 'png',
    quality: 'medium',
    size: '1024x1024',
    usage: { input_tokens: 4, output_tokens: 2112, total_tokens: 2116 },
  });
  expect(reply.data.map((item) => Object.keys(item))).toEqual([['b64_json'], ['b64_json']]);
  expect(reply.created).toBeGreaterThanOrEqual(before);
});

it('echoes what was asked for', async () => {
  const sandbox = await sandboxForTest();
  const asked = { background: 'transparent', output_format: 'webp', quality: 'low', size: '1024x1536' };
  expect(await generate(sandbox, { model: 'gpt-image-1', prompt: 'a fox', ...asked })).toMatchObject(asked);
});

it('answers dall-e with addresses at which the pictures are, without usage', async () => {
  const sandbox = await sandboxForTest();
  const reply = await generate(sandbox, { model: 'dall-e-2', prompt: 'a fox', n: 2, size: '256x256' });
  expect(Object.keys(reply)).toEqual(['created', 'data']);
  expect(new Set(reply.data.map(({ url }) => url)).size).toBe(2);
  for (const { url } of reply.data) {
    expect(url).toMatch(new RegExp(`^${sandbox.origin}/pictures/[\\w-]+\\.png$`));
    const response = await fetch(url ?? '');
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(await inspect(bytes)).toMatchObject({ format: 'png', width: 256, height: 256 });
  }
});

it('serves at the address the same bytes as in base64', async () => {
  const sandbox = await sandboxForTest();
  const body = { model: 'dall-e-2', prompt: 'a fox', size: '256x256' };
  const [byUrl] = (await generate(sandbox, body)).data;
  const [inline] = (await generate(sandbox, { ...body, response_format: 'b64_json' })).data;
  const bytes = Buffer.from(await (await fetch(byUrl?.url ?? '')).arrayBuffer());
  expect(bytes.toString('base64')).toBe(inline?.b64_json);
});

it('tells how dall-e-3 revised the prompt', async () => {
  const sandbox = await sandboxForTest();
  const [item] = (await generate(sandbox, { model: 'dall-e-3', prompt: 'a fox' })).data;
  expect(item?.revised_prompt).toMatch(/^a fox .+/);
});

it('lists its models', async () => {
  const sandbox = await sandboxForTest();
  const response = await fetch(`${sandbox.baseUrl}/models`, { headers: { authorization: 'Bearer k' } });
  const created: unknown = expect.any(Number);
  const owner: unknown = expect.any(String);
  const ending = new Set(['gpt-image-1-mini', 'gpt-image-1.5', 'chatgpt-image-latest']);
  expect(await response.json()).toEqual({
    object: 'list',
    data: [
      'dall-e-2',
      'dall-e-3',
      'gpt-image-1',
      'gpt-image-1-mini',
      'gpt-image-1.5',
      'chatgpt-image-latest',
      'gpt-image-2',
      'gpt-image-2.5-flare',
      'gpt-image-2.5-sunburst',
      'gpt-image-2.6-flare',
      'gpt-image-2.6-sunburst',
      'gpt-4o-mini',
      'gpt-5.2',
      'text-embedding-3-small',
    ].map((id) => ({
      id,
      object: 'model',
      created,
      owned_by: owner,
      shutdown_date: ending.has(id) ? '2026-12-01' : null,
    })),
  });
});

it('answers with a slash at the end of the path too', async () => {
  const sandbox = await sandboxForTest();
  const response = await fetch(`${sandbox.baseUrl}/images/generations/`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ model: 'dall-e-2', prompt: 'a fox' }),
    redirect: 'error',
  });
  expect(response.status).toBe(200);
});

it.each([
  ['POST', '/v1/images/edits'],
  ['GET', '/v1/images/generations'],
  ['GET', '/v1'],
])('knows nothing of %s %s', async (method, path) => {
  const sandbox = await sandboxForTest();
  const response = await fetch(sandbox.origin + path, { method });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: {
      message: `Invalid URL (${method} ${path})`,
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  });
});

it('lets pages of other origins read API answers, errors too, with ids and times', async () => {
  const sandbox = await sandboxForTest();
  for (const body of [{ prompt: 'a fox' }, {}]) {
    const { headers } = await post(sandbox, body);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get('openai-processing-ms')).toMatch(/^\d+$/);
  }
});

it('answers preflights without a key', async () => {
  const sandbox = await sandboxForTest();
  const response = await fetch(`${sandbox.baseUrl}/images/generations`, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'authorization,content-type' },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  expect(response.headers.get('access-control-allow-methods')).toContain('POST');
});

it.each([
  [undefined, null],
  [true, '*'],
])('with picturesAllowCors %s answers pictures with %s', async (picturesAllowCors, expected) => {
  const sandbox = await sandboxForTest(picturesAllowCors === undefined ? {} : { picturesAllowCors });
  const [item] = (await generate(sandbox, { model: 'dall-e-2', prompt: 'a fox', size: '256x256' })).data;
  const response = await fetch(item?.url ?? '');
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe(expected);
});

it('has no picture under a made-up name', async () => {
  const sandbox = await sandboxForTest();
  const response = await fetch(`${sandbox.origin}/pictures/nothing.png`);
  expect(response.status).toBe(404);
  v.parse(errorReply, await response.json());
});
