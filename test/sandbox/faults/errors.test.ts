import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../server';
import { post } from '../testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const fox = { model: 'gpt-image-2', background: 'opaque' };
const meet = (directive: string): Promise<Response> =>
  post(sandbox, { ...fox, prompt: `a fox [[${directive}]]` });

type Expected = readonly [
  directive: string,
  status: number,
  error: { type?: string; code?: string | null; param?: string; message?: RegExp },
];

describe.each<Expected>([
  [
    'content-blocked',
    400,
    {
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
      message: /safety_violations=\[violence\]\.$/,
    },
  ],
  ['out-of-credit', 429, { type: 'insufficient_quota', code: 'insufficient_quota' }],
  ['billing-limit', 400, { code: 'billing_hard_limit_reached' }],
  ['wrong-key', 401, { code: 'invalid_api_key', message: /provided: sk-test\. / }],
  ['unverified', 403, { code: null, message: /must be verified to use the model `gpt-image-2`/ }],
  ['no-model', 404, { code: 'model_not_found', message: /gpt-image-2/ }],
  ['country', 403, { code: 'unsupported_country_region_territory' }],
  ['overloaded', 503, { type: 'service_unavailable_error', code: 'server_is_overloaded' }],
  ['server-error', 500, { type: 'server_error', code: null }],
  ['not-found', 404, { message: /^Invalid URL \(POST \/v1\/images\/generations\)$/ }],
  ['unknown-parameter', 400, { code: 'unknown_parameter', param: 'background' }],
  ['unknown-parameter prompt', 400, { code: 'unknown_parameter', param: 'prompt' }],
  ['bad-parameter', 400, { code: 'invalid_value', param: 'size' }],
  ['bad-parameter quality', 400, { code: 'invalid_value', param: 'quality' }],
  ['rate-limited', 429, { code: 'rate_limit_exceeded' }],
])('[[%s]]', (directive, status, { message = /./, ...rest }) => {
  it(`is refused with ${status} as OpenAI refuses`, async () => {
    const response = await meet(directive);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    const said: unknown = expect.stringMatching(message);
    expect(await response.json()).toMatchObject({ error: { ...rest, message: said } });
  });
});

it.each([
  ['content-blocked-relay', 500, 'sensitive_words_detected', /敏感词/],
  ['out-of-credit-relay', 403, 'insufficient_user_quota', /用户额度不足.*\(request id: .+\)$/],
  ['wrong-key-relay', 401, '', /^无效的令牌 \(request id: .+\)$/],
  ['no-channel', 503, 'model_not_found', /^分组 default 下模型 gpt-image-2 无可用渠道（distributor）/],
  ['bad-request-500', 500, 'invalid_request', /size/],
  ['rate-limited-relay', 429, '', /您已达到请求数限制/],
  ['not-implemented', 501, 'api_not_implemented', /./],
])('[[%s]] is refused with %i as new-api refuses', async (directive, status, code, message) => {
  const response = await meet(directive);
  expect(response.status).toBe(status);
  expect(response.headers.get('x-oneapi-request-id')).toBeTruthy();
  expect(response.headers.has('x-request-id')).toBe(false);
  const said: unknown = expect.stringMatching(message);
  expect(await response.json()).toEqual({ error: { message: said, type: 'new_api_error', param: '', code } });
});

it.each([
  ['rate-limited', 'retry-after', '1'],
  ['rate-limited 30', 'retry-after', '30'],
  ['rate-limited-ms', 'retry-after-ms', '100'],
  ['rate-limited-ms 5', 'retry-after-ms', '5'],
])('[[%s]] says %s: %s', async (directive, header, value) => {
  const response = await meet(directive);
  expect(response.status).toBe(429);
  expect(response.headers.get(header)).toBe(value);
});

it('[[rate-limited-date]] says when as a date', async () => {
  const before = Date.now();
  const response = await meet('rate-limited-date 60');
  const date = response.headers.get('retry-after') ?? '';
  expect(date).toMatch(/GMT$/);
  expect(Date.parse(date)).toBeGreaterThan(before + 58_000);
  expect(response.status).toBe(429);
});

it('[[rate-limited-empty]] says nothing', async () => {
  const response = await meet('rate-limited-empty');
  expect(response.status).toBe(429);
  expect(response.headers.has('retry-after')).toBe(false);
  expect(await response.text()).toBe('');
});

it.each([
  ['bad-gateway', 502, 'text/html', /<title>502 Bad Gateway<\/title>[^]*nginx/],
  ['gateway-timeout', 504, 'text/html', /<title>504 Gateway Time-out<\/title>/],
  ['cloudflare-timeout', 524, 'text/html', /<title>.* \| 524: A timeout occurred<\/title>/],
  ['web-page', 200, 'text/html', /<div id="root">/],
  ['method-not-allowed', 405, 'application/json', /Method Not Allowed/],
  ['plain-text-error', 503, 'text/plain', /^upstream/],
])(
  '[[%s]] is answered with %i and %s by something else than the API',
  async (directive, status, type, body) => {
    const response = await meet(directive);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.has('x-request-id')).toBe(false);
    expect(await response.text()).toMatch(body);
  },
);

it.each([
  ['error-in-200', 200, /^\{"success":false,"message":".+"\}$/],
  ['errors-array', 400, /^\{"errors":\[".+"\]\}$/],
  ['detail-array', 422, /^\{"detail":\[\{"loc":\["body","size"\],"msg":".+"\}\]\}$/],
  ['string-error', 400, /^\{"error":"[^"]+"\}$/],
  ['async-task', 200, /^\{"task_id":"[^"]+","status":"processing"\}$/],
  ['no-pictures', 200, /^\{"created":\d+,"data":\[\]\}$/],
  ['moderated-200', 200, /"data":\[\{"url":"","respect_moderation":false\}\]/],
])('[[%s]] is answered with %i and JSON of another shape', async (directive, status, text) => {
  const response = await meet(directive);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.text()).toMatch(text);
});

it('[[unknown-parameter]] concerns only requests that have the parameter', async () => {
  const response = await meet('unknown-parameter style');
  expect(response.status).toBe(200);
  expect(sandbox.requests.at(-1)?.fault).toBeUndefined();
});

it.each(['rate-limited soon', 'server-kind another'])('refuses the value of [[%s]]', async (directive) => {
  expect((await meet(directive)).status).toBe(400);
});
