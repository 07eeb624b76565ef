import { once } from 'node:events';
import { IncomingMessage, request as httpRequest } from 'node:http';
import { createParser } from 'eventsource-parser';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import * as v from 'valibot';
import { parseJson } from './parse-json';
import { startSandbox, type Sandbox, type SandboxOptions } from './server';

export const errorReply = v.strictObject({
  error: v.strictObject({
    message: v.pipe(v.string(), v.minLength(1)),
    type: v.string(),
    param: v.nullable(v.string()),
    code: v.nullable(v.string()),
  }),
});

const imagesReply = v.strictObject({
  created: v.pipe(v.number(), v.integer()),
  data: v.array(
    v.strictObject({
      b64_json: v.optional(v.string()),
      url: v.optional(v.string()),
      revised_prompt: v.optional(v.string()),
    }),
  ),
  background: v.optional(v.string()),
  output_format: v.optional(v.string()),
  quality: v.optional(v.string()),
  size: v.optional(v.string()),
  usage: v.optional(
    v.strictObject({
      total_tokens: v.number(),
      input_tokens: v.number(),
      output_tokens: v.number(),
      input_tokens_details: v.strictObject({ text_tokens: v.number(), image_tokens: v.number() }),
      output_tokens_details: v.strictObject({ text_tokens: v.number(), image_tokens: v.number() }),
    }),
  ),
});

/** A sandbox on a free port that ends with the test. */
export async function sandboxForTest(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Asks for pictures with a good key and content type; `init` overrides either. */
export function post(sandbox: Sandbox, body: unknown, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.baseUrl}/images/generations`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-test', 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

/** The reply to a request that must succeed. */
export async function generate(sandbox: Sandbox, body: object) {
  const response = await post(sandbox, body);
  const json: unknown = await response.json();
  if (response.status !== 200) throw new Error(`Refused: ${JSON.stringify(json)}`);
  return v.parse(imagesReply, json);
}

/** The pictures of such a reply as bytes. */
export async function generatePictures(sandbox: Sandbox, body: object): Promise<Buffer[]> {
  const { data } = await generate(sandbox, body);
  return data.map((item) => Buffer.from(item.b64_json ?? '', 'base64'));
}

const streamedEvent = v.looseObject({
  type: v.optional(v.string()),
  b64_json: v.optional(v.string()),
  url: v.optional(v.string()),
});

/** One event of a stream: what its `event:` line said, and its data. */
export interface StreamedEvent {
  readonly name: string | undefined;
  readonly data: v.InferOutput<typeof streamedEvent>;
}

/** The events of a stream that was read to its end; `[DONE]` is none. */
export function readEvents(text: string): StreamedEvent[] {
  const events: StreamedEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (data !== '[DONE]') events.push({ name: event, data: v.parse(streamedEvent, parseJson(data)) });
    },
  });
  // A CR at the very end is held back as half of a line end until more comes.
  parser.feed(`${text}\n`);
  return events;
}

/** The events that answer a request which must succeed. */
export async function generateEvents(sandbox: Sandbox, body: object): Promise<StreamedEvent[]> {
  const response = await post(sandbox, { ...body, stream: true });
  if (response.status !== 200) throw new Error(`Refused: ${await response.text()}`);
  return readEvents(await response.text());
}

/** The body of an answer as it came over the wire; fetch joins pieces. */
export async function receivedPieces(sandbox: Sandbox, body: object): Promise<Buffer[]> {
  const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
  const request = httpRequest(`${sandbox.baseUrl}/images/generations`, { method: 'POST', headers });
  const answered = once(request, 'response');
  request.end(JSON.stringify(body));
  const [response] = v.parse(v.tuple([v.instance(IncomingMessage)]), await answered);
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => void pieces.push(piece));
  await once(response, 'end');
  return pieces;
}

/** What a decoder makes of a picture, and the transparency of its top left pixel (255 opaque, 0 clear). */
export async function inspect(bytes: Uint8Array) {
  const { format, width, height } = await sharp(bytes).metadata();
  const corner = await sharp(bytes)
    .ensureAlpha()
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { format, width, height, cornerAlpha: corner[3] };
}
