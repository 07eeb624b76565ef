import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../server';
import { generate, generateEvents, inspect, post, readEvents, receivedPieces } from '../testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const gpt = (fault: string, rest: object = {}) => ({
  model: 'gpt-image-1',
  prompt: `a fox [[${fault}]]`,
  ...rest,
});

async function streamText(fault: string, rest: object = {}): Promise<string> {
  const response = await post(sandbox, gpt(fault, { stream: true, ...rest }));
  expect(response.status).toBe(200);
  return response.text();
}

async function eventTypes(fault: string, partial_images: number): Promise<(string | undefined)[]> {
  const events = await generateEvents(sandbox, gpt(fault, { partial_images }));
  return events.map(({ data }) => data.type?.replace('image_generation.', ''));
}

const isPicture = async (base64: string | undefined): Promise<boolean> =>
  (await inspect(Buffer.from(base64 ?? '', 'base64'))).width === 1024;

describe('a stream that goes wrong', () => {
  it.each([
    ['stream-cut', 2, ['partial_image', 'partial_image']],
    ['stream-cut', 0, ['partial_image']],
    ['stream-early', 2, ['partial_image', 'completed']],
    ['stream-early', 1, ['completed']],
  ])('%s with %i previews ends after %j', async (fault, previews, expected) => {
    expect(await eventTypes(fault, previews)).toEqual(expected);
  });

  it('stream-reset breaks off within the last frame', async () => {
    const response = await post(sandbox, gpt('stream-reset', { stream: true, partial_images: 1 }));
    const decoder = new TextDecoder();
    let text = '';
    const reading = (async () => {
      for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true });
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(readEvents(text)).toHaveLength(1);
    expect(text).toContain('event: image_generation.completed');
    expect(sandbox.requests.at(-1)).toMatchObject({ aborted: true, fault: 'stream-reset' });
  });

  it.each([
    ['1', 'error', /^\{"type":"error","error":\{"type":"server_error",/],
    ['2', 'error', /^\{"type":"error","code":"server_error","message":"/],
    ['3', undefined, /^\{"error":\{"type":"server_error",/],
    ['4', undefined, /^\{"error":"/],
    ['5', 'upstream_error', /^\{"type":"upstream_error","error":\{/],
  ])('stream-error %s ends with an error in its shape', async (shape, name, pattern) => {
    const events = await generateEvents(sandbox, gpt(`stream-error ${shape}`, { partial_images: 3 }));
    expect(events.map((event) => event.name)).toEqual(['image_generation.partial_image', name]);
    expect(JSON.stringify(events[1]?.data)).toMatch(pattern);
  });

  it('stream-error has a first shape by default', async () => {
    expect(await eventTypes('stream-error', 1)).toEqual(['partial_image', 'error']);
  });
});

describe('a stream written in another way', () => {
  it.each([
    'stream-plain',
    'stream-crlf',
    'stream-comments',
    'stream-done',
    'stream-cr',
    'stream-chunks 1000',
  ])('%s says the same', async (fault) => {
    expect(await eventTypes(fault, 1)).toEqual(['partial_image', 'completed']);
  });

  it('stream-plain has no event: lines', async () => {
    expect(await streamText('stream-plain')).not.toContain('event:');
  });

  it('stream-crlf has no other line ends', async () => {
    const text = await streamText('stream-crlf');
    expect(text.match(/\r\n/g)).toHaveLength(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('stream-cr has no other line ends', async () => {
    const text = await streamText('stream-cr');
    expect(text.match(/\r/g)).toHaveLength(3);
    expect(text).not.toContain('\n');
  });

  it('stream-comments has them between its frames', async () => {
    expect(await streamText('stream-comments')).toMatch(/^: PING\n\nevent: [^]*\n\n: PING\n\n$/);
  });

  it('stream-done ends with [DONE]', async () => {
    expect(await streamText('stream-done')).toMatch(/\}\n\ndata: \[DONE\]\n\n$/);
  });

  it('stream-no-last-blank has no blank line at its end', async () => {
    const text = await streamText('stream-no-last-blank', { partial_images: 1 });
    expect(text.match(/\n\n/g)).toHaveLength(1);
    expect(text).toMatch(/\}\n$/);
  });

  it('stream-chunks cuts letters apart, and loses none', async () => {
    const pieces = await receivedPieces(sandbox, gpt('stream-chunks', { stream: true }));
    expect(pieces.length).toBeGreaterThan(1000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBe(7);
    expect(pieces.some((piece) => piece.toString().includes('\ufffd'))).toBe(true);
    const [event] = readEvents(Buffer.concat(pieces).toString());
    expect(event?.data).toMatchObject({ revised_prompt: '一只狐狸在下雪的森林里 🦊' });
    expect(await isPicture(event?.data.b64_json)).toBe(true);
  });

  it.each(['png', 'jpeg'])('stream-large has large frames that are still %s', async (output_format) => {
    const asked = { partial_images: 1, output_format };
    const events = await generateEvents(sandbox, gpt('stream-large 2', asked));
    expect(events).toHaveLength(2);
    for (const { data } of events) {
      expect(data.b64_json?.length).toBeGreaterThan(1_999_000);
      expect(await isPicture(data.b64_json)).toBe(true);
    }
  });
});

describe('a stream of other contents', () => {
  it('stream-responses speaks as the Responses API', async () => {
    const events = await generateEvents(sandbox, gpt('stream-responses', { partial_images: 1 }));
    const text: unknown = expect.any(String);
    expect(events.map(({ data }) => data)).toMatchObject([
      {
        type: 'response.image_generation_call.partial_image',
        partial_image_index: 0,
        partial_image_b64: text,
      },
      {
        type: 'response.output_item.done',
        item: { type: 'image_generation_call', result: text, output_format: 'png' },
      },
      {
        type: 'response.completed',
        response: { output: [{ type: 'image_generation_call', result: text }] },
      },
    ]);
  });

  it('stream-url completes with an address', async () => {
    const [event] = await generateEvents(sandbox, gpt('stream-url'));
    expect(event?.data.b64_json).toBeUndefined();
    expect((await fetch(event?.data.url ?? '')).status).toBe(200);
  });
});

describe('a stream where JSON was asked for, and the reverse', () => {
  it('stream-json answers JSON', async () => {
    const response = await post(sandbox, gpt('stream-json', { stream: true }));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toHaveProperty('data.0.b64_json');
  });

  it.each([
    ['json-stream', 'text/event-stream'],
    ['json-stream-mislabelled', 'application/json'],
  ])('%s answers a stream as %s', async (fault, type) => {
    const response = await post(sandbox, gpt(fault));
    expect(response.headers.get('content-type')).toBe(type);
    expect(readEvents(await response.text())).toMatchObject([{ name: 'image_generation.completed' }]);
  });

  it.each(['stream-cut', 'stream-json', 'stream-large'])('%s does not concern JSON', async (fault) => {
    expect((await generate(sandbox, gpt(fault))).data).toHaveLength(1);
    expect(sandbox.requests.at(-1)?.fault).toBeUndefined();
  });

  it.each(['json-stream', 'json-stream-mislabelled'])('%s does not concern streams', async (fault) => {
    expect(await eventTypes(fault, 0)).toEqual(['completed']);
    expect(sandbox.requests.at(-1)?.fault).toBeUndefined();
  });
});
