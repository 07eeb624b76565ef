import { describe, expect, it } from 'vitest';
import { parseJson } from '@/utils/api/json-value';
import { looksLikeHtml, replyFailure, requestIdOf } from '@/utils/api/reply-failure';
import type { Failure } from '@/utils/core/failure';
import { openAiError } from '../fixtures/error-bodies';

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** The failure that a reply with this body becomes. */
function failureFor(body: unknown, { status = 400, headers = {}, key }: Reply = {}): Failure {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const context = { status, headers: new Headers(headers), url: 'https://api.example:8443/v1', key };
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

  it.each([
    ['0', 0],
    ['1.5', 1.5],
    ['-1', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('with retry-after %s waits %s seconds', (header, seconds) => {
    const { retryAfterSeconds } = failureFor({}, { status: 429, headers: { 'retry-after': header } });
    expect(retryAfterSeconds).toBe(seconds);
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
  ])('%s', (_, status, kind) => {
    expect(failureFor(PAGE, { status }).kind).toBe(kind);
  });

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
    ['plain words', 'Service busy', 503, { kind: 'serverError', detail: 'Service busy' }],
    ['nothing', '', 500, { kind: 'serverError' }],
    ['nothing but white space', ' \n', 429, { kind: 'rateLimited' }],
    ['half a JSON with success as status', '{"created": 1, "da', 200, { kind: 'unreadableReply' }],
    ['nothing with success as status', '', 200, { kind: 'unreadableReply' }],
    ['something else with success as status', { task_id: 'x' }, 200, { kind: 'unreadableReply' }],
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
  expect(requestIdOf(new Headers(Object.entries(headers)))).toBe(id);
});
