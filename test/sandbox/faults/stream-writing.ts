import { frames } from '../api/event-stream';
import type { ImageEvent } from '../api/generation-events';
import { changedStream } from './changed-stream';
import { countOf, type FaultTable } from './fault';
import { pad } from './pad-picture';

/** Streams that say the same in another way of writing. */
export const streamWritingFaults: FaultTable = {
  'stream-plain': changedStream('no event: lines', { write: (events) => frames(events, { named: false }) }),
  'stream-crlf': changedStream('lines end with CR LF', {
    write: (events) => frames(events, { newline: '\r\n' }),
  }),
  'stream-cr': changedStream('lines end with CR', { write: (events) => frames(events, { newline: '\r' }) }),
  'stream-comments': changedStream('comments between the frames', {
    write: (events) => withComments(frames(events)),
  }),
  'stream-done': changedStream('[DONE] at the end', { write: (events) => withDone(frames(events)) }),
  'stream-no-last-blank': changedStream('no blank line after the last frame', {
    write: (events) => withoutLastBlank(frames(events)),
  }),
  'stream-chunks': changedStream('pieces of a few bytes, with a revised prompt in Chinese', {
    value: { name: 'bytes', fallback: '7' },
    item: (item) => ({ ...item, revised_prompt: '一只狐狸在下雪的森林里 🦊' }),
    write: (events, _call, bytes) => inPieces(frames(events), Math.max(1, countOf(bytes))),
  }),
  'stream-large': changedStream('frames of many megabytes', {
    value: { name: 'MB', fallback: '12' },
    write: (events, _call, megabytes) => frames(enlarged(events, countOf(megabytes))),
  }),
};

async function* withComments(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield ': PING\n\n';
  for await (const text of lines) yield `${text}: PING\n\n`;
}

async function* withDone(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lines;
  yield 'data: [DONE]\n\n';
}

async function* withoutLastBlank(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string | undefined;
  for await (const text of lines) {
    if (held !== undefined) yield held;
    held = text;
  }
  if (held !== undefined) yield held.slice(0, -1);
}

async function* inPieces(lines: AsyncIterable<string>, length: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of lines) {
    const bytes = encoder.encode(text);
    for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
  }
}

async function* enlarged(events: AsyncIterable<ImageEvent>, megabytes: number): AsyncGenerator<ImageEvent> {
  for await (const event of events) {
    const { b64_json } = event;
    yield typeof b64_json === 'string' ? { ...event, b64_json: pad(b64_json, megabytes) } : event;
  }
}
