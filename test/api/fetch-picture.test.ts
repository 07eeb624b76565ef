import { describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import { createFakeFetch, offline, piecewise, silence, type FetchCall } from '../fakes/fetch';

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
