import { describe, expect, it } from 'vitest';
import { parseJson } from '@/utils/api/json-value';
import { contextOf, requestIdOf } from '@/utils/api/reply-context';
import { looksLikeHtml, replyFailure } from '@/utils/api/reply-failure';
import type { Failure } from '@/utils/core/failure/failure';
import { openAiError } from '../fixtures/error-bodies';

/** Wed, 21 Oct 2026 07:27:30 GMT */
const NOW = Date.UTC(2026, 9, 21, 7, 27, 30);

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** Headers that were sent. */
  readonly sent?: Readonly<Record<string, string>>;
}

/** The failure that a reply with this body becomes. */
function failureFor(body: unknown, { status = 400, headers = {}, key, sent = {} }: Reply = {}): Failure {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const server = {
    baseUrl: 'https://api.example:8443/v1',
    timeoutMs: 1,
    headers: sent,
    ...(key !== undefined && { key }),
  };
  const context = contextOf(new Response(null, { status, headers }), server, NOW);
  return replyFailure(text, parseJson(text), context).failure;
}

const PAGE = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

describe('a failure', () => {
  it('holds what the server said, its status, its host and the wait it asks for', () => {
    const body = openAiError({ message: 'Too fast.', code: 'rate_limit_exceeded', param: 'n' });
    const headers = { 'retry-after': '12', 'x-request-id': 'req-1' };
    expect(failureFor(body, { status: 429, headers })).toEqual({
      kind: 'rateLimited',
      status: 429,
      host: 'api.example:8443',
      detail: 'Too fast.',
      code: 'rate_limit_exceeded',
      parameter: 'n',
      requestId: 'req-1',
      retryAfterSeconds: 12,
    });
  });

  it.each<[Readonly<Record<string, string>>, number | undefined]>([
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '1.5' }, 1.5],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 30],
    [{ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
    [{ 'retry-after': '7', 'retry-after-ms': '1250' }, 1.25],
    [{ 'retry-after': '7', 'retry-after-ms': 'x' }, 7],
  ])('with %j waits %s seconds', (headers, seconds) => {
    expect(failureFor({}, { status: 429, headers }).retryAfterSeconds).toBe(seconds);
  });

  it.each(['insufficient_quota', 'invalid_api_key', 'moderation_blocked', 'model_not_found'])(
    'against which waiting does not help has no wait: %s',
    (code) => {
      const body = openAiError({ code, message: 'Please try again in 5 seconds.' });
      const failure = failureFor(body, { status: 429, headers: { 'retry-after': '1' } });
      expect(failure).not.toHaveProperty('retryAfterSeconds');
    },
  );

  it('waits as long as the sentence or a field of the body says', () => {
    const message = 'Rate limit reached. Please try again after 51.84 seconds.';
    expect(failureFor(openAiError({ message }), { status: 429 }).retryAfterSeconds).toBe(51.84);
    const body = { error: { message: 'Slow.', details: [{ retryDelay: '34s' }] } };
    expect(failureFor(body, { status: 429 }).retryAfterSeconds).toBe(34);
  });

  it('prefers the request id of the body to that of the headers', () => {
    const body = openAiError({ message: 'No. (request id: in-body)' });
    expect(failureFor(body, { headers: { 'x-request-id': 'in-header' } }).requestId).toBe('in-body');
  });
});

describe('a web page', () => {
  it.each<[string, number, Failure['kind']]>([
    ['with success as status is no API', 200, 'wrongEndpoint'],
    ['with 404 is no API', 404, 'wrongEndpoint'],
    ['of a gateway with 502 is trouble of the server', 502, 'serverError'],
    ['of a gateway that waited is a timeout', 504, 'gatewayTimeout'],
    ['of Cloudflare that waited is a timeout', 524, 'gatewayTimeout'],
    ['with 401 is about the key', 401, 'authentication'],
    ['with 403 is a locked door', 403, 'accessDenied'],
  ])('%s', (_, status, kind) => {
    expect(failureFor(PAGE, { status }).kind).toBe(kind);
  });

  it.each(['api.example | 524: A timeout occurred', '504 Gateway Time-out'])(
    'tells by its title what its status hides: %s',
    (title) => {
      expect(failureFor(`<html><head><title>${title}</title></head></html>`, { status: 500 })).toMatchObject({
        kind: 'gatewayTimeout',
        status: 500,
      });
    },
  );

  it('never shows its own text', () => {
    for (const status of [200, 404, 500, 502, 524]) {
      expect(failureFor(PAGE, { status })).not.toHaveProperty('detail');
      expect(failureFor('nginx', { status, headers: { 'content-type': 'text/html' } })).not.toHaveProperty(
        'detail',
      );
    }
  });

  it.each([
    [PAGE, '', true],
    ['\n <html lang="en">', '', true],
    ['plain words', 'text/html; charset=utf-8', true],
    ['{"error":"<html>"}', 'application/json', false],
    ['plain words', 'text/plain', false],
  ])('is known: %j as %j', (text, type, html) => {
    expect(looksLikeHtml(new Headers(type ? { 'content-type': type } : {}), text)).toBe(html);
  });
});

describe('other bodies', () => {
  it.each<[string, unknown, number, Partial<Failure>]>([
    ['plain words', 'Out of memory', 503, { kind: 'serverError', detail: 'Out of memory' }],
    [
      'plain words that tell why',
      'Too many requests',
      503,
      { kind: 'rateLimited', detail: 'Too many requests' },
    ],
    ['nothing', '', 500, { kind: 'serverError' }],
    ['nothing but white space', ' \n', 429, { kind: 'rateLimited' }],
    ['half a JSON with success as status', '{"created": 1, "da', 200, { kind: 'unreadableReply' }],
    ['nothing with success as status', '', 200, { kind: 'unreadableReply' }],
    ['something else with success as status', { object: 'x' }, 200, { kind: 'unreadableReply' }],
    [
      'words with success as status',
      { code: 1, message: 'Hello' },
      200,
      { kind: 'unreadableReply', code: '1', detail: 'Hello' },
    ],
  ])('%s', (_, body, status, failure) => {
    expect(failureFor(body, { status })).toEqual({ host: 'api.example:8443', status, ...failure });
  });

  it('is cut when it is long', () => {
    const { detail = '' } = failureFor('long words '.repeat(1000), { status: 500 });
    expect(detail.length).toBeLessThan(510);
    expect(detail.endsWith('…')).toBe(true);
  });
});

describe('the key', () => {
  const KEY = 'my.very+private/key';

  it.each([
    ['in the message', openAiError({ message: `Incorrect API key provided: ${KEY}. See ${KEY}.` })],
    ['in the code', openAiError({ code: KEY })],
    ['in the parameter', openAiError({ param: KEY })],
    ['in plain words', `no access with ${KEY}`],
    ['in JSON of another shape', { seen: { authorization: KEY } }],
  ])('is masked %s', (_, body) => {
    const failure = failureFor(body, { key: KEY });
    expect(JSON.stringify(failure)).not.toContain(KEY);
    expect(JSON.stringify(failure)).toContain('•••');
  });

  it.each(['sk-proj-abcdEFGH1234', 'Bearer abcdef123456', 'bearer tok_en.123', 'sk-ant-api03-aa'])(
    'of another kind is masked by its shape: %s',
    (secret) => {
      const { detail } = failureFor(openAiError({ message: `Got "${secret}", sorry.` }), { key: KEY });
      expect(detail).toBe('Got "•••", sorry.');
    },
  );

  it.each([
    ['in an address', `see https://x.example/?key=${encodeURIComponent(KEY)}`],
    [
      'in an address in small letters',
      `see ?key=${encodeURIComponent(KEY).replaceAll('%2B', '%2b').replaceAll('%2F', '%2f')}`,
    ],
  ])('is masked %s', (_, message) => {
    const { detail = '' } = failureFor(openAiError({ message }), { key: KEY });
    expect(detail).not.toContain('my.very');
    expect(detail).toContain('•••');
  });

  it('is masked inside JSON that is shown as text', () => {
    const key = 'with"quotes\\';
    const { detail } = failureFor({ seen: { key } }, { key });
    expect(detail).toBe('{"seen":{"key":"•••"}}');
  });

  it('in the request id is masked, wherever that comes from', () => {
    const message = `No. (request id: ${KEY})`;
    expect(failureFor(openAiError({ message }), { key: KEY }).requestId).toBe('•••');
    expect(failureFor({}, { key: KEY, headers: { 'x-request-id': KEY } }).requestId).toBe('•••');
  });

  it("in the person's own headers is masked, whole or in part; words are not", () => {
    const sent = { 'api-key': 'azure-secret-1', authorization: 'Token abcdef123', 'x-mode': 'on' };
    const message = 'On azure-secret-1: no Token abcdef123, and not abcdef123, come on.';
    expect(failureFor(openAiError({ message }), { sent }).detail).toBe(
      'On •••: no •••, and not •••, come on.',
    );
  });

  it('that goes on where another ends leaves nothing of itself', () => {
    const sent = { 'api-key': 'secret-12345' };
    expect(failureFor(openAiError({ message: 'x secret-12345' }), { key: 'secret-1', sent }).detail).toBe(
      'x •••',
    );
  });

  it('does not mask everything when it is empty', () => {
    expect(failureFor(openAiError({ message: 'No task-force.' }), { key: '' }).detail).toBe('No task-force.');
  });
});

it.each([
  [{ 'x-request-id': 'a', 'cf-ray': 'b' }, 'a'],
  [{ 'x-oneapi-request-id': 'a', 'cf-ray': 'b' }, 'a'],
  [{ 'x-litellm-call-id': 'a' }, 'a'],
  [{ 'x-siliconcloud-trace-id': 'a' }, 'a'],
  [{ 'cf-ray': 'b' }, 'b'],
  [{ 'x-request-id': '' }, undefined],
  [{}, undefined],
])('of the headers %j the request id is %s', (headers, id) => {
  expect(requestIdOf({ headers: new Headers(Object.entries(headers)), secrets: [] })).toBe(id);
});
