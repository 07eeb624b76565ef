import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createImageApi } from '@/utils/api/image-api';
import type { ReplyEvent } from '@/utils/core/request/image-reply';
import { createFakeFetch, piecewise } from '../fakes/fetch';
import { drawPictures } from '../fixtures/whole-pictures';
import { ask } from './ask';
import { event, kept } from './kept';

let pictures: readonly Uint8Array<ArrayBuffer>[] = [];

beforeAll(async () => {
  pictures = Object.values(await drawPictures());
});

/** Good replies with these pictures as base64, in every format that servers speak (image-api §1.5 to §1.7, §3.3). */
const FORMATS: Readonly<Record<string, (all: readonly string[]) => string>> = {
  'a list': (all) =>
    JSON.stringify({
      created: 1,
      data: all.map((b64_json) => ({ b64_json, revised_prompt: 'x' })),
      usage: { total_tokens: 3 },
    }),
  'an indented list': (all) =>
    JSON.stringify({ data: all.map((b64_json) => ({ revised_prompt: 'x', b64_json })) }, null, 2),
  'escaped slashes': (all) =>
    JSON.stringify({ data: all.map((b64_json) => ({ b64_json })) }).replaceAll('/', '\\/'),
  'addresses of data': (all) =>
    JSON.stringify({ images: all.map((one) => ({ url: `data:image/png;base64,${one}` })) }),
  'texts in a list': (all) => JSON.stringify({ images: all }),
  'base64 in the field for addresses': (all) => JSON.stringify({ data: all.map((url) => ({ url })) }),
  'a list alone': (all) => JSON.stringify(all.map((b64_json) => ({ b64_json }))),
  'a list inside data': (all) =>
    JSON.stringify({ data: { image_base64: all }, base_resp: { status_code: 0 } }),
  'parts of candidates': (all) =>
    JSON.stringify({
      candidates: all.map((data) => ({
        content: { parts: [{ text: 'Here.' }, { inlineData: { mimeType: 'image/png', data } }] },
      })),
    }),
  predictions: (all) =>
    JSON.stringify({
      predictions: all.map((bytesBase64Encoded) => ({ mimeType: 'image/png', bytesBase64Encoded })),
    }),
  artifacts: (all) =>
    JSON.stringify({ artifacts: all.map((base64) => ({ base64, finishReason: 'SUCCESS' })) }),
  'Markdown of a chat': (all) =>
    JSON.stringify({
      choices: all.map((one) => ({ message: { content: `![image](data:image/png;base64,${one})` } })),
    }),
  'one object a line': (all) =>
    all.map((b64_json) => `${JSON.stringify({ data: [{ b64_json }] })}\n`).join(''),
  'completed events': (all) =>
    all
      .map((b64_json) => event('image_generation.completed', { b64_json, usage: { total_tokens: 1 } }))
      .join(''),
  'completed events whose type comes last': (all) =>
    all
      .map((b64_json) => `data: ${JSON.stringify({ b64_json, type: 'image_generation.completed' })}\n\n`)
      .join(''),
  'events of each picture': (all) =>
    all
      .map((b64_json, image_index) => event('image_generation.partial_succeeded', { image_index, b64_json }))
      .join(''),
  'events without type': (all) =>
    all.map((b64_json) => `data: ${JSON.stringify({ data: [{ b64_json }] })}\n\n`).join(''),
  'items of the Responses API': (all) =>
    all
      .map((result) =>
        event('response.output_item.done', { item: { type: 'image_generation_call', result } }),
      )
      .join(''),
  'events after previews': (all) =>
    `${event('image_generation.partial_image', { partial_image_index: 0, b64_json: 'AAEC' })}${all.map((b64_json) => event('image_generation.completed', { b64_json })).join('')}`,
};

const DAMAGE: Readonly<Record<string, (body: string, end: number) => readonly (string | Error)[]>> = {
  nothing: (body) => [body],
  'an end right after the picture': (body, end) => [body.slice(0, end)],
  'a broken connection right after the picture': (body, end) => [
    body.slice(0, end),
    new TypeError('terminated'),
  ],
  'a broken connection at the end': (body) => [body, new TypeError('terminated')],
  'an end a little later': (body, end) => [body.slice(0, end + 3)],
  'other text instead of the end': (body, end) => [`${body.slice(0, end)}"}<html>502 Bad Gateway</html>`],
  'other text after the end': (body) => [body, '\nupstream closed "the connection"}]'],
  'an error after the end': (body) => [
    body,
    '\n\ndata: {"error":{"message":"boom","code":"server_error"}}\n\n',
  ],
  'a JSON error after the end': (body) => [body, '\n{"error":{"message":"boom"}}'],
  'brackets of another kind': (body, end) => [`${body.slice(0, end)}"]]}}]}`],
  zeros: (body, end) => [`${body.slice(0, end)}\u0000\u0000\u0000`],
};

const anyCase = fc.record({
  format: fc.constantFrom(...Object.keys(FORMATS)),
  damage: fc.constantFrom(...Object.keys(DAMAGE)),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 3 }),
  more: fc.nat(2),
  size: fc.integer({ min: 1, max: 900 }),
});

/** The body in pieces of this length, an error at its end as it is. */
function* cut(parts: readonly (string | Error)[], size: number): Generator<string | Error> {
  for (const part of parts) {
    if (typeof part !== 'string') yield part;
    else for (let start = 0; start < part.length; start += size) yield part.slice(start, start + size);
  }
}

it('keeps every picture that came whole, whatever the format and whatever follows the last one', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ format, damage, order, more, size }) => {
      const all = order.map((index) => Buffer.from(pictures[index] ?? []).toString('base64'));
      const body = FORMATS[format]?.(all) ?? '';
      const last = (all.at(-1) ?? '').slice(-8).replaceAll('/', format === 'escaped slashes' ? '\\/' : '/');
      const parts = DAMAGE[damage]?.(body, body.lastIndexOf(last) + last.length) ?? [];
      const asked = await ask(() => piecewise(cut(parts, size)), { n: all.length + more });
      expect(kept(asked)).toEqual(all);
      expect(more > 0 || asked.failure === undefined).toBe(true);
    }),
    { numRuns: 600 },
  );
});

it.each(Object.keys(FORMATS))('keeps the pictures of %s in every format of pictures', async (format) => {
  const all = pictures.map((bytes) => Buffer.from(bytes).toString('base64'));
  for (const one of all) expect(kept(await ask(() => new Response(FORMATS[format]?.([one]))))).toEqual([one]);
});

it('keeps a picture as the body itself when the connection breaks after its last byte, and nothing less', async () => {
  for (const bytes of pictures) {
    const broken = new TypeError('terminated');
    const whole = await ask(() => piecewise([bytes, broken]));
    expect(kept(whole)).toEqual([Buffer.from(bytes).toString('base64')]);
    expect(whole.failure).toBeUndefined();
    const part = await ask(() => piecewise([bytes.subarray(0, -3), broken]));
    expect(kept(part)).toEqual([]);
    expect(part.failure).toMatchObject({ kind: 'connectionBroken' });
  }
});

it('keeps base64 that is the whole body, in lines or not', async () => {
  for (const bytes of pictures) {
    const text = Buffer.from(bytes).toString('base64');
    for (const body of [
      text,
      text.replace(/.{76}/g, '$&\r\n'),
      `"${text}"`,
      `data:image/png;base64,${text}`,
    ]) {
      expect(
        kept(await ask(() => new Response(body, { headers: { 'content-type': 'text/plain' } }))),
      ).toEqual([text]);
    }
  }
});

it('keeps the address that is the whole body', async () => {
  const address = 'https://images.example/a.png?sig=1%2B2';
  expect(kept(await ask(() => new Response(`${address}\n`)))).toEqual([address]);
});

it.each(Object.keys(FORMATS))('gives a picture of %s while the rest is still to come', async (format) => {
  const [first = '', , , second = ''] = pictures.map((bytes) => Buffer.from(bytes).toString('base64'));
  const body = FORMATS[format]?.([first, second]) ?? '';
  // In the second picture, so that the first one has ended in every format.
  const head = body.slice(0, body.indexOf(second.slice(0, 12)) + 12);
  const open = new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(new TextEncoder().encode(head)) });
  const { fetch } = createFakeFetch(() => new Response(open));
  const server = { baseUrl: 'https://api.example/v1', timeoutMs: 60_000 };
  const request = { model: 'gpt-image-1', prompt: 'a fox', n: 2 };
  const events: ReplyEvent[] = [];
  for await (const one of createImageApi(fetch, () => Promise.resolve(true)).generate(
    server,
    request,
    new AbortController().signal,
  )) {
    events.push(one);
    if (one.kind === 'pictures') break;
  }
  expect(kept({ events })).toEqual([first]);
});

describe('a picture of which a character is missing', () => {
  it('is not kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a list', 'completed events', 'texts in a list'),
        fc.nat(4),
        async (format, index) => {
          const text = Buffer.from(pictures[index] ?? []).toString('base64');
          const body = FORMATS[format]?.([text]) ?? '';
          const end = body.indexOf(text) + text.replace(/=+$/, '').length - 2;
          const { events, failure } = await ask(() =>
            piecewise([body.slice(0, end), new TypeError('terminated')]),
          );
          expect(events).toEqual([]);
          expect(failure).toMatchObject({ kind: 'connectionBroken' });
        },
      ),
      { numRuns: 30 },
    );
  });
});
