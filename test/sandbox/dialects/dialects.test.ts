import { describe, expect, it } from 'vitest';
import { generate, generateEvents, inspect, post, sandboxForTest } from '../testing';
import type { ServerKind } from './kinds';

const fox = { model: 'gpt-image-1', prompt: 'a fox' };
const small = { model: 'dall-e-2', prompt: 'a fox', size: '256x256' };

async function get(origin: string, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(origin + path, { headers: { authorization: 'Bearer k' } });
  return { status: response.status, body: await response.json() };
}

/** The status and body of an answer to a request for pictures. */
async function ask(kind: ServerKind, body: unknown, init?: RequestInit) {
  const response = await post(await sandboxForTest({ kind }), body, init);
  const json: unknown = await response.json();
  return { status: response.status, headers: response.headers, json };
}

describe('new-api before it streamed', () => {
  it('takes no notice of stream, and fills what it lacks with empty text', async () => {
    const { headers, json } = await ask('new-api-old', { ...fox, stream: true, partial_images: 2, seed: 5 });
    const text: unknown = expect.stringMatching(/^iVBOR/);
    expect(json).toEqual({
      data: [{ url: '', b64_json: text, revised_prompt: '' }],
      created: expect.any(Number) as unknown,
    });
    expect(headers.get('x-oneapi-request-id')).toBeTruthy();
    expect(headers.get('x-new-api-version')).toMatch(/^v0/);
  });
});

describe('new-api', () => {
  it('makes a stream of its own', async () => {
    const sandbox = await sandboxForTest({ kind: 'new-api' });
    const response = await post(sandbox, { ...fox, stream: true, partial_images: 2 });
    const text = await response.text();
    expect(text).toMatch(/^: PING\n\nevent: image_generation\.completed\n[^]*\n\ndata: \[DONE\]\n\n$/);
    const [event, ...more] = await generateEvents(sandbox, fox);
    expect(event?.data).toMatchObject({ usage: { prompt_tokens: 2, input_tokens: 2 } });
    expect(more).toEqual([]);
  });

  it('loses parameters that it does not know', async () => {
    const { status, json } = await ask('new-api', { ...fox, seed: 5, complexity: 'low' });
    expect(status).toBe(200);
    expect(json).toHaveProperty('usage.output_tokens');
  });

  it.each([
    ['a wrong key', fox, 'Bearer wrong', 401, '', /^无效的令牌 \(request id: req_\w+\)$/],
    [
      'a model that nobody serves',
      { ...fox, model: 'flux' },
      'Bearer k',
      503,
      'model_not_found',
      /无可用渠道/,
    ],
    ['a number as text', { ...fox, n: '2' }, 'Bearer k', 500, 'invalid_request', /whole number/],
  ])('refuses %s in its own words', async (_, body, authorization, status, code, message) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await ask('new-api', body, { headers });
    expect(answer.status).toBe(status);
    const said: unknown = expect.stringMatching(message);
    expect(answer.json).toMatchObject({ error: { type: 'new_api_error', code, message: said } });
  });

  it('passes on what the server behind it refuses', async () => {
    const { status, json } = await ask('new-api', { ...fox, size: '1x1' });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { type: 'invalid_request_error', code: 'invalid_value', param: 'size' },
    });
  });

  it('lists its models with what they can do', async () => {
    const { origin } = await sandboxForTest({ kind: 'new-api' });
    const { body } = await get(origin, '/v1/models');
    const paints: unknown = expect.arrayContaining([
      expect.objectContaining({ id: 'qwen-image', supported_endpoint_types: ['image-generation', 'openai'] }),
      expect.objectContaining({ id: 'gpt-5.2', supported_endpoint_types: ['openai'] }),
    ]);
    expect(body).toMatchObject({ success: true, object: 'list', data: paints });
  });

  it('draws with models that only relays have', async () => {
    const sandbox = await sandboxForTest({ kind: 'new-api' });
    const [item] = (await generate(sandbox, { model: 'qwen-image', prompt: 'a fox', size: '320x200' })).data;
    const bytes = Buffer.from(await (await fetch(item?.url ?? '')).arrayBuffer());
    expect(await inspect(bytes)).toMatchObject({ width: 320, height: 200 });
  });

  it('has a list of prices, by default or as given', async () => {
    const { origin } = await sandboxForTest({ kind: 'new-api' });
    const { body } = await get(origin, '/api/pricing');
    const price: unknown = expect.arrayContaining([
      expect.objectContaining({ model_name: 'qwen-image', quota_type: 1, model_price: 0.02 }),
    ]);
    expect(body).toMatchObject({ success: true, data: price, group_ratio: { default: 1 } });
    const given = await sandboxForTest({ pricing: { success: true, data: [] } });
    expect((await get(given.origin, '/api/pricing')).body).toEqual({ success: true, data: [] });
    expect(given.requests).toMatchObject([{ path: '/api/pricing', status: 200 }]);
    expect((await get((await sandboxForTest()).origin, '/api/pricing')).status).toBe(404);
  });
});

it.each<ServerKind>(['new-api-old', 'new-api', 'one-api'])(
  '%s redirects from the path with a slash',
  async (kind) => {
    const sandbox = await sandboxForTest({ kind });
    const init = { method: 'POST', redirect: 'manual' } as const;
    const response = await fetch(`${sandbox.baseUrl}/images/generations/`, init);
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('/v1/images/generations');
  },
);

describe('one-api', () => {
  it('answers JSON as it came', async () => {
    const { status, json } = await ask('one-api', fox);
    expect(status).toBe(200);
    expect(json).toHaveProperty('usage');
  });

  it('fails over a stream after it was drawn', async () => {
    const { status, json } = await ask('one-api', { ...fox, stream: true });
    expect(status).toBe(500);
    expect(json).toMatchObject({
      error: { type: 'one_api_error', code: 'unmarshal_response_body_failed' },
    });
  });

  it.each([
    [{ ...small, size: '300x300' }, 'size_not_supported'],
    [{ ...small, n: 11 }, 'n_not_within_range'],
    [{ ...small, prompt: '' }, 'prompt_missing'],
    [{ ...small, prompt: 'x'.repeat(1001) }, 'prompt_too_long'],
    [{ ...small, prompt: '狐'.repeat(334) }, 'prompt_too_long'],
    [{ ...small, style: 'vivid' }, 'unknown_parameter'],
  ])('has its own words for what is wrong with %j', async (body, code) => {
    const { status, json } = await ask('one-api', body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ error: { type: 'one_api_error', code } });
  });

  it('lists its models', async () => {
    const { origin } = await sandboxForTest({ kind: 'one-api' });
    const { body } = await get(origin, '/v1/models');
    expect(body).not.toHaveProperty('success');
    expect(body).toMatchObject({ object: 'list' });
    expect(body).toHaveProperty('data.0', expect.objectContaining({ id: 'dall-e-2', root: 'dall-e-2' }));
  });
});

describe('LiteLLM', () => {
  it('answers JSON to those who ask for a stream, with its own headers', async () => {
    const { headers, json } = await ask('litellm', { ...fox, stream: true });
    expect(json).toHaveProperty('data.0.b64_json');
    expect(headers.get('x-litellm-call-id')).toBeTruthy();
    expect(headers.get('x-litellm-response-cost')).toBe('0.042');
  });

  it.each([
    [{ ...fox, size: '1x1' }, 400, 'BadRequestError'],
    [{ ...fox, model: 'flux' }, 404, 'NotFoundError'],
  ])('has the status as code: %j', async (body, status, exception) => {
    const answer = await ask('litellm', body);
    expect(answer.status).toBe(status);
    const message: unknown = expect.stringContaining(`litellm.${exception}: `);
    expect(answer.json).toMatchObject({ error: { code: String(status), message } });
  });

  it('lists its models', async () => {
    const { origin } = await sandboxForTest({ kind: 'litellm' });
    expect((await get(origin, '/v1/models')).body).toMatchObject({ object: 'list' });
  });
});

describe('LocalAI', () => {
  it('answers an address in a folder of its own, whatever the model', async () => {
    const sandbox = await sandboxForTest({ kind: 'local-ai' });
    const [item] = (await generate(sandbox, { model: 'sdxl', prompt: 'a fox', size: '64x64', step: 9 })).data;
    expect(item?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/generated-images\/[\w-]+\.png$/);
    const bytes = Buffer.from(await (await fetch(item?.url ?? '')).arrayBuffer());
    expect(await inspect(bytes)).toMatchObject({ format: 'png', width: 64 });
    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('answers base64 when asked', async () => {
    const { json } = await ask('local-ai', { prompt: 'a fox', size: '64x64', response_format: 'b64_json' });
    expect(json).toHaveProperty('data.0.b64_json');
  });

  it('refuses with the status as a number', async () => {
    const { json } = await ask('local-ai', {});
    expect(json).toMatchObject({ error: { code: 400, type: '' } });
  });

  it('lists its models without dates', async () => {
    const { origin } = await sandboxForTest({ kind: 'local-ai' });
    const { body } = await get(origin, '/v1/models');
    expect(body).toMatchObject({ data: [{ id: 'stablediffusion', object: 'model' }, {}, {}] });
  });
});

it.each([
  ['new-api-old', 'x-new-api-version'],
  ['new-api', 'x-new-api-version'],
  ['one-api', 'x-oneapi-request-id'],
  ['litellm', 'x-litellm-call-id'],
  ['server-kind litellm', 'x-litellm-call-id'],
])('[[%s]] is met for one request, with %s', async (fault, header) => {
  const sandbox = await sandboxForTest();
  const met = await post(sandbox, { ...fox, prompt: `a fox [[${fault}]]` });
  expect(met.status).toBe(200);
  expect(met.headers.has(header)).toBe(true);
  expect((await post(sandbox, fox)).headers.has(header)).toBe(false);
});

it('[[local-ai]] is met for one request', async () => {
  const sandbox = await sandboxForTest();
  const reply = await generate(sandbox, { ...fox, prompt: 'a fox [[local-ai]]' });
  expect(reply.data[0]?.url).toContain('/generated-images/');
});

it('[[new-api]] refuses as new-api does', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, { ...fox, model: 'flux', prompt: 'a fox [[new-api]]' });
  expect(response.status).toBe(503);
});
