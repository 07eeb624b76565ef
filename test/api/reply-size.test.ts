import { describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import { createFakeFetch, piecewise } from '../fakes/fetch';
import { completed, preview, writeStream } from '../fixtures/event-streams';
import { ask, outline, together } from './ask';

const MEGABYTE = 1e6;
const PIECE = new Uint8Array(MEGABYTE).fill('A'.charCodeAt(0));

/** A body that goes on for ever; tells how much was taken, and whether it was stopped. */
function endless(first: string, init: ResponseInit = {}) {
  const seen = { megabytes: 0, isStopped: false };
  function* pieces(): Generator<string | Uint8Array> {
    try {
      yield first;
      for (;;) {
        seen.megabytes += 1;
        yield PIECE;
      }
    } finally {
      seen.isStopped = true;
    }
  }
  return { seen, response: piecewise(pieces(), init) };
}

describe('a reply without end', () => {
  it.each([
    ['JSON', '{"data":[{"b64_json":"'],
    ['one event', 'data: {"b64_json":"'],
    ['a picture', '\x89PNG\r\n\x1a\n'],
  ])('of %s is stopped', async (_, first) => {
    const { seen, response } = endless(first);
    expect((await ask(() => response)).failure).toMatchObject({ kind: 'replyTooLarge', host: 'api.example' });
    await expect.poll(() => seen.isStopped).toBe(true);
    expect(seen.megabytes).toBeLessThan(410);
  });

  it('is not even begun when it says how long it is', async () => {
    const { seen, response } = endless('{"data":[', { headers: { 'content-length': '400000001' } });
    expect((await ask(() => response)).failure).toMatchObject({ kind: 'replyTooLarge' });
    await expect.poll(() => seen.isStopped).toBe(true);
    expect(seen.megabytes).toBeLessThan(5);
  });

  it('that is an error is read as far as can matter', async () => {
    const { seen, response } = endless('Out of memory: ', { status: 500 });
    const { failure } = await ask(() => response);
    expect(failure).toMatchObject({ kind: 'serverError', status: 500 });
    expect(failure?.detail).toMatch(/^Out of memory: A+…$/);
    await expect.poll(() => seen.isStopped).toBe(true);
    expect(seen.megabytes).toBeLessThan(5);
  });

  it('at the address of a picture is stopped', async () => {
    const { seen, response } = endless('\x89PNG\r\n\x1a\n');
    const { fetch } = createFakeFetch(() => response);
    const api = createImageApi(fetch, () => Promise.resolve(true));
    await expect(
      api.fetchPicture(
        'https://images.example/a.png',
        { baseUrl: 'https://api.example/v1' },
        new AbortController().signal,
      ),
    ).rejects.toMatchObject({ failure: { kind: 'replyTooLarge', host: 'images.example' } });
    await expect.poll(() => seen.isStopped).toBe(true);
    expect(seen.megabytes).toBeLessThan(140);
  });
});

describe('a reply', () => {
  it('may bring twelve megabytes of text, in pieces that end within a character; the beginning of it is kept', async () => {
    const revised_prompt = '狐'.repeat(4 * MEGABYTE);
    const b64_json = Buffer.alloc(MEGABYTE, 7).toString('base64');
    const written = new TextEncoder().encode(
      writeStream([preview(0, b64_json), completed({ b64_json, revised_prompt })]),
    );
    function* pieces(): Generator<Uint8Array> {
      for (let start = 0; start < written.byteLength; start += 65_536) {
        yield written.subarray(start, start + 65_536);
      }
    }
    const { events } = await ask(() => piecewise(pieces()));
    const [first, second, third] = together(events);
    expect(first?.kind === 'preview' && first.preview.bytes.byteLength).toBe(MEGABYTE);
    const picture = second?.kind === 'pictures' ? second.pictures[0] : undefined;
    expect(picture?.revisedPrompt === '狐'.repeat(40_000)).toBe(true);
    expect(third?.kind).toBe('summary');
  });

  it('that is no longer wanted is stopped', async () => {
    const { seen, response } = endless(writeStream([preview(0, 'AA==')]));
    const { fetch } = createFakeFetch(() => response);
    const api = createImageApi(fetch, () => Promise.resolve(true));
    const server = { baseUrl: 'https://api.example/v1', timeoutMs: 60_000 };
    const request = { model: 'gpt-image-1', prompt: 'a fox' };
    for await (const event of api.generate(server, request, new AbortController().signal)) {
      expect(outline([event])).toEqual(['preview 0']);
      break;
    }
    await expect.poll(() => seen.isStopped).toBe(true);
    expect(seen.megabytes).toBeLessThan(10);
  });
});
