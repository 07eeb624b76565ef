import sharp from 'sharp';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { errorReply, generateEvents, inspect, post, sandboxForTest, type StreamedEvent } from './testing';

const fox = { model: 'gpt-image-1', prompt: 'a fox' };

const typesOf = (events: readonly StreamedEvent[]) =>
  events.map(({ data }) => (data.type ?? '').replace('image_generation.', ''));

const pictureOf = ({ data }: StreamedEvent): Buffer => Buffer.from(data.b64_json ?? '', 'base64');

it('sends previews and then the picture, and ends without another word', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, { ...fox, stream: true, partial_images: 2 });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  const text = await response.text();
  expect(text.match(/^event: .*$/gm)).toEqual([
    'event: image_generation.partial_image',
    'event: image_generation.partial_image',
    'event: image_generation.completed',
  ]);
  expect(text).not.toContain('[DONE]');
  expect(text).toMatch(/\}\n\n$/);
});

it('says of every event what it is', async () => {
  const sandbox = await sandboxForTest();
  const events = await generateEvents(sandbox, { ...fox, partial_images: 1, quality: 'low' });
  const anyNumber: unknown = expect.any(Number);
  const common = {
    background: 'opaque',
    output_format: 'png',
    quality: 'low',
    size: '1024x1024',
    created_at: anyNumber,
  };
  expect(events).toMatchObject([
    {
      name: 'image_generation.partial_image',
      data: { ...common, type: 'image_generation.partial_image', partial_image_index: 0 },
    },
    {
      name: 'image_generation.completed',
      data: { ...common, type: 'image_generation.completed', usage: { output_tokens: 372 } },
    },
  ]);
});

it.each(['png', 'jpeg', 'webp'])(
  'sends previews as real %s, each sharper than the one before',
  async (format) => {
    const sandbox = await sandboxForTest();
    const asked = { ...fox, size: '1536x1024', partial_images: 3, output_format: format };
    const pictures = (await generateEvents(sandbox, asked)).map(pictureOf);
    expect(pictures).toHaveLength(4);
    for (const picture of pictures) {
      expect(await inspect(picture)).toEqual({ format, width: 1536, height: 1024, cornerAlpha: 255 });
    }
    const pixels = await Promise.all(
      pictures.map((picture) => sharp(picture).removeAlpha().raw().toBuffer()),
    );
    const [first = 0, second = 0, third = 0] = pixels.slice(0, 3).map((one) => difference(one, pixels[3]));
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBeGreaterThan(0);
  },
);

it('keeps the background of a preview clear', async () => {
  const sandbox = await sandboxForTest();
  const [preview] = await generateEvents(sandbox, { ...fox, partial_images: 1, background: 'transparent' });
  expect(preview && (await inspect(pictureOf(preview)))).toMatchObject({ cornerAlpha: 0 });
});

it('completes every picture of several, each with its own usage', async () => {
  const sandbox = await sandboxForTest();
  const events = await generateEvents(sandbox, { ...fox, n: 2, partial_images: 1, quality: 'low' });
  expect(typesOf(events)).toEqual(['partial_image', 'completed', 'partial_image', 'completed']);
  const usage = { input_tokens: 2, output_tokens: 372, total_tokens: 374 };
  expect([events[1]?.data, events[3]?.data]).toMatchObject([{ usage }, { usage }]);
  expect(events[1]?.data.b64_json).not.toBe(events[3]?.data.b64_json);
});

it.each([undefined, 0])('sends the picture alone with partial_images %s', async (partial_images) => {
  const sandbox = await sandboxForTest();
  expect(typesOf(await generateEvents(sandbox, { ...fox, partial_images }))).toEqual(['completed']);
});

it('streams the same picture that JSON carries', async () => {
  const sandbox = await sandboxForTest();
  const [event] = await generateEvents(sandbox, fox);
  const reply: unknown = await (await post(sandbox, fox)).json();
  expect(reply).toMatchObject({ data: [{ b64_json: event?.data.b64_json }] });
});

it('spreads the latency over the frames', async () => {
  const sandbox = await sandboxForTest({ latencyMs: 300 });
  const before = Date.now();
  const response = await post(sandbox, { ...fox, stream: true, partial_images: 2 });
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(Buffer.from(value ?? []).toString()).toMatch(/^event: image_generation\.partial_image\n/);
  // Only the least time is certain: two thirds of the latency are still to come. Timers may fire early.
  expect(Date.now() - before).toBeGreaterThanOrEqual(98);
  let last = await reader?.read();
  while (last && !last.done) last = await reader?.read();
  expect(Date.now() - before).toBeGreaterThanOrEqual(294);
});

it('stops drawing when the client leaves', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, { ...fox, stream: true, n: 10, partial_images: 3 });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await expect.poll(() => sandbox.requests[0]?.aborted).toBe(true);
});

it('answers errors as JSON, also when a stream was asked for', async () => {
  const sandbox = await sandboxForTest();
  const response = await post(sandbox, { ...fox, stream: true, size: '1x1' });
  expect(response.status).toBe(400);
  expect(v.parse(errorReply, await response.json()).error.param).toBe('size');
});

/** How far two pictures are apart, summed over a sample of their pixels. */
function difference(one: Buffer, other: Buffer | undefined): number {
  let sum = 0;
  for (let place = 0; place < one.length; place += 101)
    sum += Math.abs((one[place] ?? 0) - (other?.[place] ?? 0));
  return sum;
}
