import { describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import type { Server } from '@/utils/core/ports';
import { createFakeFetch, jsonReply, offline, silence, type FetchCall } from '../fakes/fetch';
import { openAiError } from '../fixtures/error-bodies';

const SERVER: Server = { baseUrl: 'https://api.example/v1', key: 'sk-secret' };
const REQUEST = { model: 'gpt-image-1', prompt: 'a fox 狐' };
const REPLY = { created: 1, data: [{ b64_json: 'AAEC' }] };

interface Options {
  readonly server?: Server;
  readonly signal?: AbortSignal;
}

/** Asks for a picture at a server that answers so. */
async function generate(
  answer: (call: FetchCall) => Response | Promise<Response>,
  { server = SERVER, signal = new AbortController().signal }: Options = {},
) {
  const { fetch, calls } = createFakeFetch(answer);
  const api = createImageApi(fetch, () => Promise.resolve(true));
  const reply = await api.generate(server, REQUEST, signal);
  return { reply, call: calls[0] };
}

describe('the request', () => {
  it('is one POST of the body to the endpoint, with the key in its one place', async () => {
    const { call } = await generate(() => jsonReply(REPLY));
    expect(call?.url).toBe('https://api.example/v1/images/generations');
    expect(call?.init.method).toBe('POST');
    expect(JSON.parse(call?.body ?? '')).toEqual(REQUEST);
    expect(Object.fromEntries(call?.headers ?? [])).toEqual({
      authorization: 'Bearer sk-secret',
      'content-type': 'application/json',
    });
  });

  it('carries no key where there is none', async () => {
    const { call } = await generate(() => jsonReply(REPLY), { server: { baseUrl: 'http://localhost:1/v1' } });
    expect(call?.headers.has('authorization')).toBe(false);
  });

  it('carries nothing else of the person and follows nobody elsewhere', async () => {
    const { call } = await generate(() => jsonReply(REPLY));
    expect(call?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
  });
});

describe('the reply', () => {
  it('gives the pictures and the request id', async () => {
    const { reply } = await generate(() => jsonReply(REPLY, { headers: { 'x-request-id': 'req-1' } }));
    expect(reply).toEqual({
      pictures: [{ source: { kind: 'bytes', bytes: Uint8Array.of(0, 1, 2) } }],
      actual: {},
      requestId: 'req-1',
    });
  });

  it('may begin with blank lines, which proxies send to keep the line open', async () => {
    const { reply } = await generate(() => new Response(`\n\n\n${JSON.stringify(REPLY)}`));
    expect(reply.pictures).toHaveLength(1);
  });

  it.each<[string, () => Response, object]>([
    [
      'a refusal',
      () => jsonReply(openAiError({ message: 'No sk-secret.', code: 'invalid_api_key' }), { status: 401 }),
      {
        kind: 'authentication',
        status: 401,
        detail: 'No •••.',
        code: 'invalid_api_key',
        host: 'api.example',
      },
    ],
    ['an empty list', () => jsonReply({ data: [] }), { kind: 'noPicture', status: 200, host: 'api.example' }],
    [
      'an error with success as status',
      () => jsonReply(openAiError({ code: 'moderation_blocked' })),
      { kind: 'contentBlocked' },
    ],
    [
      'an error beside an empty list',
      () => jsonReply({ data: [], ...openAiError({ code: 'moderation_blocked' }) }),
      { kind: 'contentBlocked' },
    ],
    ['a web page', () => new Response('<!doctype html><title>App</title>'), { kind: 'wrongEndpoint' }],
    ['broken base64', () => jsonReply({ data: [{ b64_json: '!' }] }), { kind: 'unreadableReply' }],
    ['nothing', () => new Response(''), { kind: 'unreadableReply' }],
  ])('that is %s is a failure', async (_, answer, failure) => {
    await expect(generate(answer)).rejects.toMatchObject({ failure });
  });
});

describe('a request without a reply', () => {
  it('fails as network, with the host', async () => {
    await expect(generate(offline)).rejects.toMatchObject({
      failure: { kind: 'network', host: 'api.example' },
    });
  });

  it('fails as network when the line breaks in the middle of the reply', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    await expect(generate(() => new Response(broken))).rejects.toMatchObject({
      failure: { kind: 'network', host: 'api.example' },
    });
  });

  it('ends with the reason of the person who stopped it', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the person');
    const asking = generate(
      () => {
        controller.abort(reason);
        return silence();
      },
      { signal: controller.signal },
    );
    await expect(asking).rejects.toBe(reason);
  });

  it('is not even sent when it was stopped before', async () => {
    const { fetch, calls } = createFakeFetch(() => jsonReply(REPLY));
    const api = createImageApi(fetch, () => Promise.resolve(true));
    await expect(api.generate(SERVER, REQUEST, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(calls).toEqual([]);
  });
});
