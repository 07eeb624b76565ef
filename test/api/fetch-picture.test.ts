import { describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import { failureOf } from '@/utils/core/failure/failure';
import type { PictureServer } from '@/utils/core/ports';
import { createFakeFetch, offline, opaqueRedirect, piecewise, silence, type FetchCall } from '../fakes/fetch';

const ADDRESS = 'https://images.example/a%20b.png?sig=5%2BA6%3D';

interface Options {
  readonly allowed?: boolean;
  readonly signal?: AbortSignal;
}

/** Fetches a picture from a host that answers so. */
async function fetchPicture(
  answer: (call: FetchCall) => Response | Promise<Response>,
  { allowed = false, signal = new AbortController().signal }: Options = {},
) {
  const { fetch, calls } = createFakeFetch(answer);
  const api = createImageApi(fetch, () => Promise.resolve(allowed));
  return {
    fetched: await api.fetchPicture(ADDRESS, { baseUrl: 'https://api.example/v1', key: 'sk-secret' }, signal),
    call: calls[0],
  };
}

const picture = (): Response => new Response(Uint8Array.of(1, 2, 3));

describe('a picture at an address', () => {
  it('is fetched as it is written, without anything of the person', async () => {
    const { fetched, call } = await fetchPicture(picture);
    expect(fetched).toEqual({ kind: 'bytes', bytes: Uint8Array.of(1, 2, 3) });
    expect(call?.url).toBe(ADDRESS);
    expect([...(call?.headers ?? [])]).toEqual([]);
    expect(call?.init).toMatchObject({ method: 'GET', credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(call?.init.redirect, 'image hosts send to their nearest copy').toBe('follow');
  });

  it('is blocked where the browser lets nobody read without permission', async () => {
    expect((await fetchPicture(offline)).fetched).toEqual({ kind: 'blocked' });
  });

  it('is out of reach where not even permission helps', async () => {
    await expect(fetchPicture(offline, { allowed: true })).rejects.toMatchObject({
      failure: { kind: 'pictureUnreachable', host: 'images.example' },
    });
  });

  it('is out of reach, not blocked, when the line breaks while it comes', async () => {
    await expect(
      fetchPicture(() => piecewise(['begins', new TypeError('terminated')])),
    ).rejects.toMatchObject({ failure: { kind: 'pictureUnreachable', host: 'images.example' } });
  });

  it.each([403, 404, 410, 500])('is out of reach when its host answers %i', async (status) => {
    await expect(fetchPicture(() => new Response('', { status }))).rejects.toMatchObject({
      failure: { kind: 'pictureUnreachable', status, host: 'images.example' },
    });
  });

  it('is no longer fetched when the person stops it', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the person');
    const answer = (): Promise<Response> => {
      controller.abort(reason);
      return silence();
    };
    await expect(fetchPicture(answer, { signal: controller.signal })).rejects.toBe(reason);
  });
});

const SERVER = {
  baseUrl: 'https://api.example/v1',
  key: 'sk-secret',
  headers: { 'x-own': 'also secret' },
};

/** Fetches from an address that a server gave; tells each request that was made. */
async function fetchFrom(
  address: string,
  answer: (call: FetchCall, place: number) => Response,
  server: PictureServer = SERVER,
) {
  let place = 0;
  const { fetch, calls } = createFakeFetch((call) => answer(call, place++));
  const api = createImageApi(fetch, () => Promise.resolve(true));
  const result = await api.fetchPicture(address, server, new AbortController().signal).then(
    ({ kind }) => kind,
    (thrown: unknown) => failureOf(thrown),
  );
  const asked = calls.map(({ headers, init }) => ({
    key: headers.get('authorization'),
    redirect: init.redirect,
  }));
  return { result, calls, asked };
}

/** An answer from another address than the one that was asked, as after a redirect. */
function answeredBy(url: string, response: Response): Response {
  return Object.defineProperty(response, 'url', { value: url });
}

const OWN = 'https://api.example/files/1.png';

const locked = ({ headers }: FetchCall): Response =>
  headers.get('authorization') === 'Bearer sk-secret' ? picture() : new Response('', { status: 401 });

describe('the key', () => {
  it.each([401, 403])(
    "goes to the provider's own origin, after %i to a request without it",
    async (status) => {
      const { result, asked, calls } = await fetchFrom(OWN, (call, place) =>
        place === 0 ? new Response('', { status }) : locked(call),
      );
      expect(result).toBe('bytes');
      expect(asked).toEqual([
        { key: null, redirect: 'follow' },
        { key: 'Bearer sk-secret', redirect: 'manual' },
      ]);
      expect(calls[1]?.headers.get('x-own')).toBe('also secret');
    },
  );

  it.each([
    ['another host', 'https://images.example/1.png'],
    ['a subdomain', 'https://cdn.api.example/1.png'],
    ['another port', 'https://api.example:8443/1.png'],
    ['another scheme', 'http://api.example/1.png'],
    ['a host that begins alike', 'https://api.example.evil.example/1.png'],
    ['a host behind credentials', 'https://api.example@evil.example/1.png'],
  ])('does not go to %s', async (_, address) => {
    const { result, asked } = await fetchFrom(address, locked);
    expect(result).toMatchObject({ kind: 'pictureUnreachable', status: 401 });
    expect(asked).toEqual([{ key: null, redirect: 'follow' }]);
  });

  it.each([404, 410, 429, 500])('does not go along after %i', async (status) => {
    const { asked } = await fetchFrom(OWN, () => new Response('', { status }));
    expect(asked).toHaveLength(1);
  });

  it('does not go to where a redirect led', async () => {
    const { asked } = await fetchFrom(OWN, () =>
      answeredBy('https://evil.example/', new Response('', { status: 401 })),
    );
    expect(asked).toHaveLength(1);
  });

  it('is not asked for where there is none', async () => {
    const { asked } = await fetchFrom(OWN, locked, { baseUrl: SERVER.baseUrl });
    expect(asked).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const { result, asked } = await fetchFrom(OWN, (_, place) =>
      place === 0 ? new Response('', { status: 403 }) : opaqueRedirect(),
    );
    expect(result).toMatchObject({ kind: 'pictureUnreachable', status: 403 });
    expect(asked).toHaveLength(2);
  });
});

it('drops what came from a private network after a redirect', async () => {
  const { result } = await fetchFrom('https://images.example/1.png', () =>
    answeredBy('http://192.168.0.1/1.png', picture()),
  );
  expect(result).toEqual({ kind: 'privateAddress', host: '192.168.0.1' });
});
