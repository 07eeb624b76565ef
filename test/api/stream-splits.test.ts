import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecewise } from '../fakes/fetch';
import { completed, preview, responseEvent, writeStream, type StreamFrame } from '../fixtures/event-streams';
import { ask, together, type Asked } from './ask';

const base64 = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));
const words = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '狐', '🦊', '"', '\\', '\n', '\r', ':') });

const anyFrame: fc.Arbitrary<StreamFrame | string> = fc.oneof(
  base64.map((text) => preview(0, text)),
  fc.tuple(base64, words).map(([b64_json, revised_prompt]) => completed({ b64_json, revised_prompt })),
  base64.map((result) =>
    responseEvent('output_item.done', { item: { type: 'image_generation_call', result } }),
  ),
  base64.map((b64_json) => ({ name: 'image_generation.partial_image', data: { x: 1, b64_json } })),
  words.map((message) => ({ data: { type: 'progress', message } })),
  { weight: 1, arbitrary: words.map((message) => ({ data: { error: { message } } })) },
  fc.constantFrom('[DONE]', 'no JSON', '{"data":[{"b64_json":"AAEC"}]}', ''),
);

const anyBody = fc
  .record({
    frames: fc.array(anyFrame, { maxLength: 6 }),
    before: fc.constantFrom('', '\n\n', '\r\n', ' ', '\uFEFF', ': PING\n\n', '\n\uFEFF'),
    newline: fc.constantFrom('\n', '\r', '\r\n'),
    inLines: fc.boolean(),
    cut: fc.nat(3),
  })
  .map(({ frames, before, newline, inLines, cut }) => {
    const text = before + writeStream(frames, newline);
    const written = inLines ? text.replaceAll(',"b64_json"', `${newline}data: ,"b64_json"`) : text;
    const bytes = new TextEncoder().encode(written);
    return bytes.subarray(0, Math.max(0, bytes.byteLength - cut));
  });

/** The bytes in pieces of these lengths, over and over; a length of nothing is an empty piece. */
function split(bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0, turn = 0; start < bytes.byteLength; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(bytes.subarray(start, start + length));
    start += length;
  }
  return pieces;
}

const headers = { 'content-type': 'text/event-stream' };

async function read(pieces: readonly Uint8Array[]): Promise<Omit<Asked, 'calls' | 'thrown'>> {
  const { events, failure } = await ask(() => piecewise(pieces, { headers }));
  return { events: together(events), ...(failure && { failure }) };
}

it('gives the same events however it is cut into pieces', async () => {
  const anyLengths = fc
    .array(fc.nat(30), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((one) => one > 0));
  await fc.assert(
    fc.asyncProperty(anyBody, anyLengths, async (bytes, lengths) => {
      expect(await read(split(bytes, lengths))).toEqual(await read([bytes]));
    }),
    { numRuns: 300 },
  );
});

it('gives the same events byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, async (bytes) => {
      expect(await read(split(bytes, [1]))).toEqual(await read([bytes]));
    }),
    { numRuns: 50 },
  );
});
