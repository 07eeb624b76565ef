import type { ImageEvent } from './generation-events';

/** How frames are written; servers differ, and the standard lets them. */
export interface Framing {
  /** Whether a line `event:` repeats the type; true by default. */
  readonly named?: boolean;
  readonly newline?: '\n' | '\r\n' | '\r';
}

/** One event as a frame of a stream of server-sent events, with the blank line that ends it. */
export function frame(event: ImageEvent, { named = true, newline = '\n' }: Framing = {}): string {
  const type = event['type'];
  const name = named && typeof type === 'string' ? `event: ${type}${newline}` : '';
  return `${name}data: ${JSON.stringify(event)}${newline}${newline}`;
}

/** Every event as a frame. */
export async function* frames(
  events: AsyncIterable<ImageEvent>,
  framing: Framing = {},
): AsyncGenerator<string> {
  for await (const event of events) yield frame(event, framing);
}

/**
 * An answer whose body is sent piece by piece as it comes into being, each piece only when the client has room for it.
 * The pieces' iterator is ended when the client goes away.
 */
export function streamResponse(
  pieces: AsyncIterable<string | Uint8Array>,
  type = 'text/event-stream; charset=utf-8',
): Response {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  // Said outright, or the first pieces would be held back to be measured.
  const headers = { 'content-type': type, 'cache-control': 'no-cache', 'transfer-encoding': 'chunked' };
  return new Response(body, { headers });
}
