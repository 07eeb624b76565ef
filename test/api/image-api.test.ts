import { describe, expect, it } from 'vitest';
import { createFakeFetch, jsonReply, offline, piecewise, silence } from '../fakes/fetch';
import { createImageApi } from '@/utils/api/image-api';
import { openAiError } from '../fixtures/error-bodies';
import { ask, outline, REQUEST, summaryOf } from './ask';

const REPLY = { created: 1, data: [{ b64_json: 'AAEC' }] };
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4, 5);

describe('the request', () => {
  it('is one POST of the body to the endpoint, with the key in its one place', async () => {
    const { calls } = await ask(() => jsonReply(REPLY));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe('https://api.example/v1/images/generations');
    expect(calls[0]?.init.method).toBe('POST');
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual(REQUEST);
    expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer sk-secret',
      'content-type': 'application/json',
    });
  });

  it('keeps the query of the base URL, behind the path', async () => {
    const baseUrl = 'https://api.example/openai/v1?api-version=preview';
    const { calls } = await ask(() => jsonReply(REPLY), { server: { baseUrl } });
    expect(calls.map(({ url }) => url)).toEqual([
      'https://api.example/openai/v1/images/generations?api-version=preview',
    ]);
  });

  it('asks without the query whether a server is there whose connection broke', async () => {
    const baseUrl = 'https://api.example/v1?key=secret-1';
    const { calls } = await ask(({ init }) => (init.method === 'HEAD' ? jsonReply({}) : offline()), {
      server: { baseUrl },
    });
    expect(calls.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
      'POST https://api.example/v1/images/generations?key=secret-1',
      'HEAD https://api.example/v1',
    ]);
  });

  it.each(['', undefined])('carries no key where it is %j', async (key) => {
    const { fetch, calls } = createFakeFetch(() => jsonReply(REPLY));
    const server = { baseUrl: 'http://localhost:1/v1', timeoutMs: 1000, ...(key !== undefined && { key }) };
    const api = createImageApi(fetch, () => Promise.resolve(true));
    for await (const event of api.generate(server, REQUEST, new AbortController().signal)) {
      expect(event.kind).not.toBe('preview');
    }
    expect(calls[0]?.headers.has('authorization')).toBe(false);
  });

  it("carries the person's own headers, which win", async () => {
    const headers = { Authorization: 'Key mine', 'api-key': 'azure' };
    const { calls } = await ask(() => jsonReply(REPLY), { server: { headers } });
    expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual({
      authorization: 'Key mine',
      'api-key': 'azure',
      'content-type': 'application/json',
    });
  });

  it.each([{ key: 'sk-ab…yz' }, { headers: { 'x-key': 'line\nbreak' } }, { headers: { 'x key': '1' } }])(
    'with a key or header nobody can send is not sent: %j',
    async (server) => {
      const { failure, calls } = await ask(() => jsonReply(REPLY), { server });
      expect(failure).toEqual({ kind: 'authentication', host: 'api.example' });
      expect(calls).toEqual([]);
    },
  );

  it('carries nothing else of the person and follows nobody elsewhere', async () => {
    const { calls } = await ask(() => jsonReply(REPLY));
    expect(calls[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
  });
});

describe('the reply', () => {
  it('gives the pictures, then the summary with the request id', async () => {
    const { events } = await ask(() => jsonReply(REPLY, { headers: { 'x-request-id': 'req-1' } }));
    expect(events).toEqual([
      { kind: 'pictures', pictures: [{ source: { kind: 'bytes', bytes: Uint8Array.of(0, 1, 2) } }] },
      { kind: 'summary', summary: { actual: {}, requestId: 'req-1' } },
    ]);
  });

  it.each<[string, () => Response]>([
    ['begin with blank lines', () => new Response(`\n\r\n \t\n${JSON.stringify(REPLY)}`)],
    [
      'begin with many of them, one by one',
      () => piecewise([...Array<string>(40).fill('\n'), JSON.stringify(REPLY)]),
    ],
    ['begin with a byte order mark', () => new Response(`\uFEFF${JSON.stringify(REPLY)}`)],
    [
      'call itself a stream',
      () => jsonReply(REPLY, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
    ],
    ['call itself a page', () => jsonReply(REPLY, { headers: { 'content-type': 'text/html' } })],
  ])('may %s', async (_, answer) => {
    expect(outline((await ask(answer)).events)).toEqual(['picture 0,1,2', 'summary']);
  });

  it.each(['image/png', 'application/octet-stream', 'application/json', ''])(
    'may be the picture itself, called %j',
    async (type) => {
      const { events } = await ask(() =>
        piecewise([PNG.subarray(0, 3), PNG.subarray(3)], { headers: { 'content-type': type } }),
      );
      expect(outline(events)).toEqual([`picture ${PNG.join()}`, 'summary']);
    },
  );

  it('may be a drawing, of which others decide', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const { events } = await ask(
      () => new Response(drawing, { headers: { 'content-type': 'image/svg+xml' } }),
    );
    expect(outline(events)).toEqual([`picture ${new TextEncoder().encode(drawing).join()}`, 'summary']);
  });

  it.each<[string, Record<string, string>, object, number | undefined]>([
    ["LiteLLM's header", { 'x-litellm-response-cost': '0.042' }, {}, 0.042],
    ['the usage', {}, { cost: 0.03 }, 0.03],
    ['the usage, rather than the header', { 'x-litellm-response-cost': '1' }, { cost: 0.5 }, 0.5],
    ['the header where the usage says zero', { 'x-litellm-response-cost': '1' }, { cost: 0 }, 1],
    ['nothing where the header says zero', { 'x-litellm-response-cost': '0.0' }, {}, undefined],
    ['nothing where the header is none', { 'x-litellm-response-cost': 'None' }, {}, undefined],
    ['nothing where the header is empty', { 'x-litellm-response-cost': '' }, {}, undefined],
  ])('tells the cost from %s', async (_, headers, usage, cost) => {
    const { events } = await ask(() => jsonReply({ ...REPLY, usage }, { headers }));
    expect(summaryOf(events)?.reportedCost).toBe(cost);
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
    [
      'no success, in so many words',
      () => jsonReply({ success: false, message: '当前模型暂时不可用' }),
      { kind: 'serverError', detail: '当前模型暂时不可用' },
    ],
    [
      'a picture that is withheld',
      () => jsonReply({ data: [{ url: '', respect_moderation: false }] }),
      { kind: 'contentBlocked' },
    ],
    ['a web page', () => new Response('<!doctype html><title>App</title>'), { kind: 'wrongEndpoint' }],
    [
      'a web page after blank lines',
      () => new Response('\n\n<html></html>', { headers: { 'content-type': 'text/html' } }),
      { kind: 'wrongEndpoint' },
    ],
    ['broken base64', () => jsonReply({ data: [{ b64_json: '!' }] }), { kind: 'unreadableReply' }],
    ['half a JSON', () => new Response('{"data":[{"b64'), { kind: 'unreadableReply' }],
    ['nothing', () => new Response(''), { kind: 'unreadableReply' }],
    ['nothing at all', () => new Response(null, { status: 204 }), { kind: 'unreadableReply', status: 204 }],
    [
      'an error written as an event',
      () =>
        new Response(`event: error\ndata: ${JSON.stringify(openAiError({ message: 'Slow.' }))}\n\n`, {
          status: 429,
        }),
      { kind: 'rateLimited', detail: 'Slow.' },
    ],
  ])('that is %s is a failure', async (_, answer, failure) => {
    const asked = await ask(answer);
    expect(asked.failure).toMatchObject(failure);
    expect(asked.events).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a task', { task_id: 'task_1', status: 'processing' }],
    ['a task with a number', { code: 200, message: 'success', data: { task_id: 7 } }],
    ['a list of tasks', { code: 200, data: [{ status: 'submitted', task_id: 'task_1' }] }],
    ['something that is not done', { id: 'x', status: 'pending', progress: 0 }],
    ['something in a queue', { id: 'x', status: 'queued', data: [] }],
  ])('that is %s is of another kind of server', async (_, body) => {
    expect((await ask(() => jsonReply(body))).failure).toMatchObject({ kind: 'asynchronousServer' });
  });

  it('of a task that brings its picture at once is a picture', async () => {
    const { events } = await ask(() => jsonReply({ ...REPLY, task_id: 'x', status: 'processing' }));
    expect(outline(events)).toEqual(['picture 0,1,2', 'summary']);
  });
});

describe('a request without a reply', () => {
  it('fails as network, with the host', async () => {
    expect((await ask(offline)).failure).toEqual({ kind: 'network', host: 'api.example' });
  });

  it('fails as a broken connection when the connection breaks in the middle of the reply', async () => {
    const { failure } = await ask(() =>
      piecewise(['{"data":[{"b64_json":"AAEC', new TypeError('terminated')]),
    );
    expect(failure).toEqual({ kind: 'connectionBroken', host: 'api.example' });
  });

  it('fails as a broken connection when the server is there a moment later', async () => {
    const { failure, calls } = await ask(({ init }) =>
      init.method === 'POST' ? offline() : new Response(null, { status: 404 }),
    );
    expect(failure).toEqual({ kind: 'connectionBroken', host: 'api.example' });
    expect(calls.map(({ init }) => init.method)).toEqual(['POST', 'HEAD']);
    expect(calls[1]?.url).toBe('https://api.example/v1');
    expect([...(calls[1]?.headers ?? [])]).toEqual([]);
    expect(calls[1]?.body).toBe('');
  });

  it.each<[number, string]>([
    [54_999, 'network'],
    [55_000, 'gatewayTimeout'],
  ])('that was cut after %i ms fails as %s', async (elapsed, kind) => {
    let time = 5000;
    const answer = (): Promise<Response> => {
      time += elapsed;
      return offline();
    };
    expect((await ask(answer, { now: () => time })).failure).toMatchObject({ kind });
  });

  it('fails when the server takes longer than it may, before or within its reply', async () => {
    const server = { timeoutMs: 1 };
    expect((await ask(silence, { server })).failure).toEqual({ kind: 'timedOut', host: 'api.example' });
    const endless = (): Response =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    expect((await ask(endless, { server })).failure).toMatchObject({ kind: 'timedOut' });
  });

  it('ends with the reason of the person who stopped it', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the person');
    const { thrown } = await ask(
      () => {
        controller.abort(reason);
        return silence();
      },
      { signal: controller.signal },
    );
    expect(thrown).toBe(reason);
  });

  it('is not even sent when it was stopped before', async () => {
    const reason = new Error('stopped by the person');
    const { thrown, calls } = await ask(() => jsonReply(REPLY), { signal: AbortSignal.abort(reason) });
    expect(thrown).toBe(reason);
    expect(calls).toEqual([]);
  });
});
