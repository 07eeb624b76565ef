import { describe, expect, it } from 'vitest';
import { jsonReply, offline, opaqueRedirect, silence, type FetchCall } from '../fakes/fetch';
import { openAiError } from '../fixtures/error-bodies';
import { ask, outline } from './ask';

const DRAWN = (): Response => jsonReply({ data: [{ b64_json: 'AAEC' }] });
const NOT_HERE = (): Response =>
  jsonReply(openAiError({ message: 'Invalid URL (POST /x)' }), { status: 404 });
const redirect = (status: number): Response =>
  new Response('elsewhere', { status, headers: { location: 'https://other.example/' } });

type Answer = () => Response | Promise<Response>;

/** A server that answers in one way at the path without a slash and in another at the path with one. */
function askAt(without: Answer, withSlash: Answer, trailingSlash?: boolean) {
  const answer = ({ url }: FetchCall) => (url.endsWith('/') ? withSlash() : without());
  return ask(answer, { server: trailingSlash === undefined ? {} : { trailingSlash } });
}

const paths = (calls: readonly FetchCall[]): readonly string[] =>
  calls.map(({ url }) => new URL(url).pathname.replace('/v1/images', ''));

describe('a server that wants a slash at the end of the path', () => {
  it.each<[string, Answer]>([
    ['says that there is nothing', NOT_HERE],
    ['takes no such request', () => jsonReply({ detail: 'Method Not Allowed' }, { status: 405 })],
    ['shows a page with 404', () => new Response('<html></html>', { status: 404 })],
    ['sends elsewhere with 307', () => redirect(307)],
    ['sends elsewhere with 301', () => redirect(301)],
    ['sends elsewhere, and the browser hides where to', opaqueRedirect],
  ])('is found where it %s without one', async (_, without) => {
    const { events, calls } = await askAt(without, DRAWN);
    expect(outline(events)).toEqual(['trailingSlash', 'picture 0,1,2', 'summary']);
    expect(paths(calls)).toEqual(['/generations', '/generations/']);
    expect(calls[1]?.body).toBe(calls[0]?.body);
    expect(calls[1]?.headers.get('authorization')).toBe('Bearer sk-secret');
  });

  it('is asked there at once when that is known', async () => {
    const { events, calls } = await askAt(NOT_HERE, DRAWN, true);
    expect(outline(events)).toEqual(['picture 0,1,2', 'summary']);
    expect(paths(calls)).toEqual(['/generations/']);
  });

  it('is asked without when it no longer does', async () => {
    const { events, calls } = await askAt(DRAWN, NOT_HERE, true);
    expect(outline(events)).toEqual(['picture 0,1,2', 'summary']);
    expect(paths(calls)).toEqual(['/generations/', '/generations']);
  });

  it('may refuse there for another reason, which is the one that counts', async () => {
    const wrongKey = () => jsonReply(openAiError({ code: 'invalid_api_key' }), { status: 401 });
    const { failure, events } = await askAt(NOT_HERE, wrongKey);
    expect(failure).toMatchObject({ kind: 'authentication', status: 401 });
    expect(events).toEqual([]);
  });

  it.each([
    ['a deployment', { error: { code: 'DeploymentNotFound', message: 'There is no such deployment.' } }, 404],
    ['a model', openAiError({ code: 'model_not_found' }), 404],
    ['a parameter', openAiError({ message: "The 'style' parameter is not supported" }), 405],
    ['an account', { detail: 'Account x was not found' }, 404],
  ])('is not asked again there when the error names %s', async (_, body, status) => {
    const { failure, calls } = await askAt(() => jsonReply(body, { status }), DRAWN);
    expect(failure?.kind).not.toBe('wrongEndpoint');
    expect(paths(calls)).toEqual(['/generations']);
  });

  it('may be lost there, when something may have been drawn', async () => {
    expect((await askAt(NOT_HERE, offline)).failure).toMatchObject({ kind: 'connectionBroken' });
  });
});

describe('a server that has nothing at either path', () => {
  it.each<[string, Answer, Answer, object]>([
    ['redirect', () => redirect(308), NOT_HERE, { kind: 'redirected', status: 308, host: 'api.example' }],
    ['hidden redirect', opaqueRedirect, opaqueRedirect, { kind: 'redirected', host: 'api.example' }],
    [
      '404',
      NOT_HERE,
      () => redirect(302),
      { kind: 'wrongEndpoint', status: 404, detail: 'Invalid URL (POST /x)' },
    ],
    [
      '405',
      () => new Response('', { status: 405 }),
      () => new Response('<html>'),
      { kind: 'wrongEndpoint', status: 405 },
    ],
  ])('fails as it did first: %s', async (_, without, withSlash, failure) => {
    const asked = await askAt(without, withSlash);
    expect(asked.failure).toMatchObject(failure);
    expect(asked.events).toEqual([]);
    expect(paths(asked.calls)).toEqual(['/generations', '/generations/']);
  });

  it('shows no status where the browser hides it', async () => {
    expect((await askAt(opaqueRedirect, opaqueRedirect)).failure).not.toHaveProperty('status');
  });
});

it.each<[string, Answer]>([
  ['has no such model', () => jsonReply(openAiError({ code: 'model_not_found' }), { status: 404 })],
  ['refuses', () => jsonReply(openAiError({}), { status: 400 })],
  ['broke', () => new Response('', { status: 500 })],
  ['does not draw', () => jsonReply(openAiError({ code: 'api_not_implemented' }), { status: 501 })],
  ['is no API', () => new Response('<html></html>')],
  ['cannot be reached', offline],
])('a server that %s is asked once', async (_, without) => {
  const { calls, failure } = await askAt(without, silence);
  expect(paths(calls.filter(({ init }) => init.method === 'POST'))).toEqual(['/generations']);
  expect(failure).toBeDefined();
});
