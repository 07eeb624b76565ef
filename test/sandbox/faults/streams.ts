import { frame, frames, streamResponse } from '../api/event-stream';
import { completed, generationEvents, type ImageEvent } from '../api/generation-events';
import { generationReply } from '../api/generation-reply';
import type { GenerationCall } from '../generation-call';
import { changedStream, withPreview } from './changed-stream';
import type { Fault, FaultTable } from './fault';
import { responsesEvents } from './responses-events';

const message = 'The server had an error while processing your request.';
const serverError = { type: 'server_error', code: 'server_error', message, param: null };

/** Every shape in which servers tell of an error within a stream. */
const errorShapes: Readonly<Record<string, ImageEvent>> = {
  '1': { type: 'error', error: serverError },
  '2': { type: 'error', code: 'server_error', message },
  '3': { error: serverError },
  '4': { error: message },
  '5': { type: 'upstream_error', error: serverError },
};

/** Streams that end too early, carry something else, or come where none was asked for. */
export const streamFaults: FaultTable = {
  'stream-cut': changedStream('previews, then the end, without a finished picture', {
    request: withPreview,
    write: (events) => frames(previews(events)),
  }),
  'stream-reset': changedStream('previews, then the connection is cut within a frame', {
    request: withPreview,
    write: resetWithin,
  }),
  'stream-error': changedStream('one preview, then an error in one of five shapes', {
    value: { name: 'shape', fallback: '1' },
    request: withPreview,
    write: (events, _call, shape) => frames(failAfterFirst(events, shape)),
  }),
  'stream-each': changedStream('an event of its own name for each picture, and only usage at the end', {
    write: (events) => frames(eachPicture(events)),
  }),
  'stream-item-failed': changedStream('the picture, and an event that another one failed', {
    write: (events) => frames(thenFailed(events)),
  }),
  'stream-early': changedStream('the picture comes before all its previews have', {
    request: (asked) => ({ partialImages: Math.max(0, asked.partialImages - 1) }),
    write: (events) => frames(events),
  }),
  'stream-json': {
    summary: 'JSON, although a stream was asked for',
    answer: async (call) => {
      const request = await call.parse();
      return request.stream ? Response.json(await generationReply(request, call.tools)) : undefined;
    },
  },
  'json-stream': unasked('a stream, although none was asked for', 'text/event-stream'),
  'json-stream-mislabelled': unasked('the same, called JSON', 'application/json'),
  'stream-responses': changedStream('the events of the Responses API', {
    write: (events) => frames(responsesEvents(events)),
  }),
  'stream-url': changedStream('finished pictures as addresses', {
    request: () => ({ answerAs: 'url' }),
    write: (events) => frames(events),
  }),
};

function unasked(summary: string, type: string): Fault {
  return {
    summary,
    answer: async (call) => {
      const request = await call.parse();
      if (request.stream) return undefined;
      return streamResponse(frames(generationEvents(request, call.tools)), type);
    },
  };
}

/** As MiniMax and Volcengine Ark write them. */
async function* eachPicture(events: AsyncIterable<ImageEvent>): AsyncGenerator<ImageEvent> {
  let usage: unknown;
  for await (const event of events) {
    if (event['type'] !== completed) continue;
    ({ usage } = event);
    yield { ...event, type: 'image_generation.partial_succeeded', usage: undefined };
  }
  yield { type: completed, usage };
}

async function* thenFailed(events: AsyncIterable<ImageEvent>): AsyncGenerator<ImageEvent> {
  yield* events;
  yield { type: 'image_generation.partial_failed', image_index: 1, error: serverError };
}

/** The events before the first finished picture. */
async function* previews(events: AsyncIterable<ImageEvent>): AsyncGenerator<ImageEvent> {
  for await (const event of events) {
    if (event['type'] === completed) return;
    yield event;
  }
}

async function* resetWithin(events: AsyncIterable<ImageEvent>, call: GenerationCall): AsyncGenerator<string> {
  for await (const event of events) {
    const text = frame(event);
    const isLast = event['type'] === completed;
    yield isLast ? text.slice(0, Math.floor(text.length / 2)) : text;
    if (isLast) await call.disconnect();
  }
}

async function* failAfterFirst(events: AsyncIterable<ImageEvent>, shape: string): AsyncGenerator<ImageEvent> {
  for await (const event of events) {
    yield event;
    yield errorShapes[shape] ?? { type: 'error', error: serverError };
    return;
  }
}
