import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { piecewise } from '../fakes/fetch';
import { drawPictures } from '../fixtures/whole-pictures';
import { ask } from './ask';
import { event, kept } from './kept';

let pictures: readonly Uint8Array<ArrayBuffer>[] = [];

beforeAll(async () => {
  pictures = Object.values(await drawPictures());
});

describe('a reply that repeats its pictures', () => {
  const png = (): string => Buffer.from(pictures[0] ?? []).toString('base64');
  const gif = (): string => Buffer.from(pictures[3] ?? []).toString('base64');

  it.each<[string, () => string]>([
    [
      'in a second list',
      () =>
        JSON.stringify({
          images: [{ url: png() }, { url: gif() }],
          data: [{ b64_json: png() }, { b64_json: gif() }],
        }),
    ],
    [
      'in the upstream reply',
      () =>
        JSON.stringify({
          data: [{ b64_json: png() }, { b64_json: gif() }],
          metadata: { upstream: { images: [gif(), png()] } },
        }),
    ],
    [
      'in the upstream reply in front',
      () =>
        JSON.stringify({ metadata: { images: [png()] }, data: [{ b64_json: png() }, { b64_json: gif() }] }),
    ],
    [
      'in a list at the end of a stream',
      () =>
        `${event('image_generation.completed', { b64_json: png() })}${event('image_generation.completed', { b64_json: gif() })}data: ${JSON.stringify({ data: [{ b64_json: png() }, { b64_json: gif() }] })}\n\n`,
    ],
    [
      'as thumbnails',
      () =>
        JSON.stringify({
          data: [
            { b64_json: png(), thumbnail: gif() },
            { b64_json: gif(), preview: png() },
          ],
        }),
    ],
  ])('%s gives each once', async (_, body) => {
    expect(kept(await ask(() => new Response(body()), { n: 2 })).toSorted()).toEqual(
      [png(), gif()].toSorted(),
    );
  });

  it('with the same picture twice in one list gives it twice', async () => {
    const body = JSON.stringify({ data: [{ b64_json: png() }, { b64_json: png() }] });
    expect(kept(await ask(() => new Response(body), { n: 2 }))).toEqual([png(), png()]);
    const stream = [1, 2].map(() => event('image_generation.completed', { b64_json: png() })).join('');
    expect(kept(await ask(() => new Response(stream), { n: 2 }))).toEqual([png(), png()]);
  });
});

describe('addresses in undocumented places', () => {
  it.each<[string, unknown]>([
    ['output', { id: 'x', status: 'succeeded', output: ['https://cdn.example/1.png'] }],
    ['one text', { output: 'https://cdn.example/1.png' }],
    ['an object', { data: { url: 'https://cdn.example/1.png' } }],
    ['a list of addresses', { data: { image_urls: ['https://cdn.example/1.png'] } }],
    ['camel case', { result: { imageUrl: 'https://cdn.example/1.png' } }],
    ['the field for base64', { data: [{ b64_json: 'https://cdn.example/1.png' }] }],
    ['results', { output: { task_id: 'x', results: [{ url: 'https://cdn.example/1.png' }] } }],
    [
      'choices',
      { output: { choices: [{ message: { content: [{ image: 'https://cdn.example/1.png' }] } }] } },
    ],
    ['Markdown', { choices: [{ message: { content: 'Here: ![a fox](https://cdn.example/1.png)' } }] }],
    [
      'a chat with images',
      { choices: [{ message: { images: [{ image_url: { url: 'https://cdn.example/1.png' } }] } }] },
    ],
  ])('are found in %s', async (_, body) => {
    expect(kept(await ask(() => Response.json(body)))).toEqual(['https://cdn.example/1.png']);
  });

  it.each<[string, unknown]>([
    ['an error', { error: { message: 'No.', url: 'https://docs.example/errors' } }],
    ['links', { links: { self: 'https://a.example/1' }, message: 'x' }],
    [
      'a task',
      { id: 'x', status: 'processing', url: 'https://a.example/1', urls: { get: 'https://a.example/2' } },
    ],
    ['documentation', { message: 'x', docs_url: 'https://docs.example' }],
    ['a thumbnail', { thumbnail_url: 'https://a.example/1.png', message: 'x' }],
  ])('are not taken from %s', async (_, body) => {
    expect(kept(await ask(() => Response.json(body)))).toEqual([]);
  });

  it('do not count beside the pictures that were asked for', async () => {
    const b64_json = Buffer.from(pictures[0] ?? []).toString('base64');
    const body = { data: [{ b64_json }], metadata: { image_url: 'https://cdn.example/1.png' } };
    expect(kept(await ask(() => Response.json(body)))).toEqual([b64_json]);
  });
});

describe('inputs from public reports', () => {
  const report = (name: string): string =>
    readFileSync(new URL(`../fixtures/reports/${name}`, import.meta.url), 'utf8');

  it('a stream with one event a picture is read, and its usage at the end', async () => {
    const asked = await ask(() => new Response(report('a01-stream-partial-succeeded.sse')));
    expect(kept(asked)).toHaveLength(1);
    expect(asked.failure).toBeUndefined();
    expect(asked.events.at(-1)).toMatchObject({ summary: { usage: { outputTokens: 4096 } } });
  });

  it('base64 in the field for addresses is no address', async () => {
    const [picture = ''] = kept(await ask(() => new Response(report('a05-url-is-bare-base64.json'))));
    expect(picture).toMatch(/^iVBOR/);
  });

  it('a whole body that ends badly is kept', async () => {
    const body = report('a10-whole-json-bad-end.txt');
    const asked = await ask(() => piecewise([body, new TypeError('terminated')]));
    expect(kept(asked)).toHaveLength(1);
    expect(asked.failure).toBeUndefined();
    expect(asked.events.at(-1)).toMatchObject({ summary: { usage: { totalTokens: 1059 } } });
  });
});
