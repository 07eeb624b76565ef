import { describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import { listModels } from '@/utils/api/list-models';
import { checkConnection } from '@/utils/core/connection/check-connection';
import { detectImageType } from '@/utils/core/picture/image-type';
import type { ReplyEvent, ReplyPicture, ReplyPreview, ReplySummary } from '@/utils/core/request/image-reply';
import type { ImageRequest } from '@/utils/core/request/image-request';
import { parseServerAddress } from '@/utils/core/server/base-url';
import type { SandboxOptions } from '../sandbox/server';
import { sandboxForTest } from '../sandbox/testing';

const KEY = 'sk-real-server';
const FOX = { model: 'gpt-image-1', prompt: 'a fox in snow' };

/** The API over the real `fetch`, and a sandbox that takes only our key. */
async function openSandbox(options: SandboxOptions = {}) {
  const sandbox = await sandboxForTest({ key: KEY, ...options });
  const api = createImageApi(fetch, () => Promise.resolve(true));
  const { signal } = new AbortController();
  return {
    sandbox,
    api,
    signal,
    generate: (request: ImageRequest, key = KEY) =>
      collect(api.generate({ baseUrl: sandbox.baseUrl, key, timeoutMs: 60_000 }, request, signal)),
  };
}

/** All that a reply brought. */
async function collect(reply: AsyncIterable<ReplyEvent>) {
  const pictures: ReplyPicture[] = [];
  const previews: ReplyPreview[] = [];
  let summary: ReplySummary | undefined;
  for await (const event of reply) {
    if (event.kind === 'preview') previews.push(event.preview);
    if (event.kind === 'pictures') pictures.push(...event.pictures);
    if (event.kind === 'summary') ({ summary } = event);
  }
  return { pictures, previews, summary };
}

describe('a picture of a real server', () => {
  it('comes as bytes, with usage and request id', async () => {
    const { generate } = await openSandbox();
    const { pictures, summary } = await generate(FOX);
    const source = pictures[0]?.source;
    expect(source?.kind === 'bytes' && detectImageType(source.bytes)).toBe('image/png');
    expect(summary?.usage?.outputTokens).toBeGreaterThan(0);
    expect(summary?.requestId).toMatch(/^req_/);
  });

  it('comes with previews where it is streamed', async () => {
    const { generate } = await openSandbox();
    const { pictures, previews, summary } = await generate({ ...FOX, stream: true, partial_images: 2 });
    const source = pictures[0]?.source;
    expect(source?.kind === 'bytes' && detectImageType(source.bytes)).toBe('image/png');
    expect(previews.map(({ bytes }) => detectImageType(bytes))).toEqual(['image/png', 'image/png']);
    expect(summary?.usage?.outputTokens).toBeGreaterThan(0);
  });

  it('comes from its address without the key', async () => {
    const { generate, api, signal, sandbox } = await openSandbox();
    const { pictures } = await generate({ model: 'dall-e-2', prompt: 'a fox', size: '256x256' });
    const source = pictures[0]?.source;
    const address = source?.kind === 'address' ? source.address : '';
    const fetched = await api.fetchPicture(address, { baseUrl: `${sandbox.origin}/v1` }, signal);
    expect(fetched.kind === 'bytes' && detectImageType(fetched.bytes)).toBe('image/png');
    expect(sandbox.generations()[0]?.headers['authorization']).toBe(`Bearer ${KEY}`);
    const fetching = sandbox.requests.find(({ path }) => path.startsWith('/pictures/'));
    expect(JSON.stringify(fetching?.headers)).not.toContain(KEY);
  });

  it('is found by an address that was pasted with the whole path', async () => {
    const { sandbox, api, signal } = await openSandbox();
    const parsed = parseServerAddress(`${sandbox.origin}/v1/images/generations/`);
    const baseUrl = parsed.ok ? parsed.address.baseUrl : '';
    const server = { baseUrl, key: KEY, timeoutMs: 60_000 };
    expect((await collect(api.generate(server, FOX, signal))).pictures).toHaveLength(1);
  });
});

describe('a failure of a real server', () => {
  it('names a wrong key', async () => {
    const { generate } = await openSandbox();
    await expect(generate(FOX, 'sk-another-key-1234')).rejects.toMatchObject({
      failure: { kind: 'authentication', status: 401, code: 'invalid_api_key' },
    });
  });

  it('names the parameter', async () => {
    const { generate } = await openSandbox();
    await expect(generate({ ...FOX, size: '7x7' })).rejects.toMatchObject({
      failure: { kind: 'invalidParameter', status: 400, parameter: 'size' },
    });
  });

  it('is a wrong address where a web page answers', async () => {
    const intercept = (): Response =>
      new Response('<!doctype html><title>Welcome</title>', { headers: { 'content-type': 'text/html' } });
    const { generate } = await openSandbox({ intercept });
    await expect(generate(FOX)).rejects.toMatchObject({ failure: { kind: 'wrongEndpoint', status: 200 } });
  });

  it('is the network where nobody listens', async () => {
    const { generate, sandbox } = await openSandbox();
    await sandbox.close();
    await expect(generate(FOX)).rejects.toMatchObject({
      failure: { kind: 'network', host: `127.0.0.1:${sandbox.port}` },
    });
  });

  it.each([301, 307, 308])('is one where it sends us elsewhere with %i', async (status) => {
    const other = await sandboxForTest();
    const location = `${other.baseUrl}/images/generations`;
    const intercept = (): Response => new Response(null, { status, headers: { location } });
    const { generate } = await openSandbox({ intercept });
    await expect(generate(FOX)).rejects.toMatchObject({
      failure: { kind: 'redirected', status },
    });
    expect(other.requests).toEqual([]);
  });

  it('is none where the person stopped it, and the server sees them go', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the person');
    const sandbox = await sandboxForTest({
      intercept() {
        controller.abort(reason);
        return new Promise(() => undefined);
      },
    });
    const api = createImageApi(fetch, () => Promise.resolve(true));
    const server = { baseUrl: sandbox.baseUrl, key: KEY, timeoutMs: 60_000 };
    await expect(collect(api.generate(server, FOX, controller.signal))).rejects.toBe(reason);
    await expect.poll(() => sandbox.requests[0]?.aborted).toBe(true);
  });
});

describe('the test of a connection', () => {
  /** The lines of the report for a server that behaves so. */
  async function report(options: SandboxOptions = {}, key = KEY): Promise<readonly string[]> {
    const sandbox = await sandboxForTest({ key: KEY, ...options });
    const { checks } = await checkConnection(
      {
        readCredential: () => Promise.resolve({}),
        hasAccess: () => Promise.resolve(true),
        listModels: (server) => listModels(fetch, server, 5000),
      },
      { providerId: 'provider-1', address: sandbox.baseUrl, key, model: 'gpt-image-1' },
    );
    return checks.map(({ subject, outcome }) => `${subject} ${outcome}`);
  }

  it('finds everything in order', async () => {
    expect(await report()).toEqual(['access works', 'server works', 'key works', 'model works']);
  });

  it('finds a wrong key', async () => {
    expect(await report({}, 'sk-wrong')).toEqual(['access works', 'server works', 'key fails']);
  });

  it('finds a server that has no list of models', async () => {
    const intercept = (): Response => Response.json({ error: { message: 'Not found' } }, { status: 404 });
    expect(await report({ intercept })).toEqual(['access works', 'server works', 'model unknown']);
  });

  it.each([200, 404])('finds a web page with status %i, which is no API', async (status) => {
    const headers = { 'content-type': 'text/html' };
    const intercept = (): Response => new Response('<!doctype html><p>Hello</p>', { status, headers });
    expect(await report({ intercept })).toEqual(['access works', 'server fails']);
  });
});
