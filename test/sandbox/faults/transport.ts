import { setTimeout as delay } from 'node:timers/promises';
import { streamResponse } from '../api/event-stream';
import { wholeAnswer } from './bad-ends';
import { countOf, type FaultTable } from './fault';

/** Trouble with time and with the connection. */
export const transportFaults: FaultTable = {
  delay: {
    summary: 'waits, then answers as always',
    value: { name: 'ms', fallback: '3000' },
    answer: async (call, value) => {
      await delay(countOf(value), undefined, { signal: call.signal });
      return call.answer();
    },
  },
  hang: { summary: 'never answers', answer: (call) => call.waitForEnd() },
  drip: {
    summary: 'sends the answer in twenty pieces over a time',
    value: { name: 'ms', fallback: '3000' },
    answer: async (call, value) => {
      const { type, bytes } = await wholeAnswer(call);
      return streamResponse(drip(bytes, countOf(value), call.signal), type);
    },
  },
  reset: { summary: 'cuts the connection before it answers', answer: (call) => call.disconnect() },
  huge: {
    summary: '200 with JSON that goes on for ten gigabytes',
    answer: () => streamResponse(huge(), 'application/json'),
  },
};

async function* drip(bytes: Uint8Array, totalMs: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const pieces = 20;
  const length = Math.ceil(bytes.length / pieces);
  for (let start = 0; start < bytes.length; start += length) {
    await delay(totalMs / pieces, undefined, { signal });
    yield bytes.subarray(start, start + length);
  }
}

// Asynchronous because streams are written from asynchronous iterables.
async function* huge(): AsyncGenerator<string | Uint8Array> {
  const piece = new Uint8Array(256 * 1024).fill('A'.charCodeAt(0));
  yield '{"data":[{"b64_json":"';
  for (let sent = 0; sent < 10e9; sent += piece.length) yield piece;
  yield '"}]}';
}
