import OpenAI, {
  APIConnectionError,
  APIError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from 'openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type ErrorClass = abstract new (...parts: never[]) => Error;
type Expected = readonly [
  fault: string,
  errorClass: ErrorClass,
  status: number,
  code: string | null | undefined,
];

/** What the official client throws over a fault, with and without a stream. */
async function thrown(fault: string, stream: boolean): Promise<unknown> {
  const client = new OpenAI({ baseURL: sandbox.baseUrl, apiKey: 'sk-test', maxRetries: 0 });
  const body = { model: 'gpt-image-1', prompt: `a fox [[${fault}]]`, background: 'opaque', stream } as const;
  return client.images.generate(body).catch((error: unknown) => error);
}

it.each<Expected>([
  ['content-blocked', BadRequestError, 400, 'moderation_blocked'],
  ['content-blocked-relay', InternalServerError, 500, 'sensitive_words_detected'],
  ['out-of-credit', RateLimitError, 429, 'insufficient_quota'],
  ['out-of-credit-relay', PermissionDeniedError, 403, 'insufficient_user_quota'],
  ['billing-limit', BadRequestError, 400, 'billing_hard_limit_reached'],
  ['wrong-key', AuthenticationError, 401, 'invalid_api_key'],
  ['wrong-key-relay', AuthenticationError, 401, ''],
  ['unverified', PermissionDeniedError, 403, null],
  ['country', PermissionDeniedError, 403, 'unsupported_country_region_territory'],
  ['no-model', NotFoundError, 404, 'model_not_found'],
  ['no-channel', InternalServerError, 503, 'model_not_found'],
  ['unknown-parameter', BadRequestError, 400, 'unknown_parameter'],
  ['bad-parameter', BadRequestError, 400, 'invalid_value'],
  ['bad-request-500', InternalServerError, 500, 'invalid_request'],
  ['rate-limited', RateLimitError, 429, 'rate_limit_exceeded'],
  ['rate-limited-ms', RateLimitError, 429, 'rate_limit_exceeded'],
  ['rate-limited-date', RateLimitError, 429, 'rate_limit_exceeded'],
  ['rate-limited-empty', RateLimitError, 429, undefined],
  ['rate-limited-relay', RateLimitError, 429, ''],
  ['overloaded', InternalServerError, 503, 'server_is_overloaded'],
  ['server-error', InternalServerError, 500, null],
  ['bad-gateway', InternalServerError, 502, undefined],
  ['gateway-timeout', InternalServerError, 504, undefined],
  ['cloudflare-timeout', InternalServerError, 524, undefined],
  ['plain-text-error', InternalServerError, 503, undefined],
  ['not-found', NotFoundError, 404, null],
  ['not-implemented', InternalServerError, 501, 'api_not_implemented'],
  ['method-not-allowed', APIError, 405, undefined],
  ['errors-array', BadRequestError, 400, undefined],
  ['detail-array', UnprocessableEntityError, 422, undefined],
  ['string-error', BadRequestError, 400, undefined],
])('the official client meets %s', async (fault, errorClass, status, code) => {
  for (const stream of [false, true]) {
    const error = await thrown(fault, stream);
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ status, code });
  }
});

it('the official client meets a connection that is cut', async () => {
  expect(await thrown('reset', false)).toBeInstanceOf(APIConnectionError);
});

it('the official client reads how long to wait and the id of the request', async () => {
  const error = await thrown('rate-limited 7', false);
  const headers: unknown = error instanceof APIError ? error.headers : undefined;
  expect(headers instanceof Headers && headers.get('retry-after')).toBe('7');
  expect(error).toHaveProperty('requestID', expect.stringMatching(/^req_/));
});

it('the official client tries again by itself when it may', async () => {
  const client = new OpenAI({ baseURL: sandbox.baseUrl, apiKey: 'sk-test', maxRetries: 2 });
  sandbox.clear();
  const prompt = 'a fox [[rate-limited-ms 1 x2]]';
  const reply = await client.images.generate({ model: 'gpt-image-1', prompt });
  expect(reply.data).toHaveLength(1);
  expect(sandbox.generations().map(({ status }) => status)).toEqual([429, 429, 200]);
});
