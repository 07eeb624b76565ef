import type { Chunk } from './read-body';

/** As much as is read before it is processed, in bytes. */
const AHEAD_LIMIT = 4e6;

/**
 * Reads a body while what came before is still processed. Chromium drops bytes that were not read when the connection
 * breaks (docs/browser-notes.md), and a picture may be whole in them; storing one takes longer than receiving the next.
 * @param stop ends the reading when the consumer has enough
 */
export async function* readAhead(source: AsyncIterator<Chunk>, stop: AbortController): AsyncGenerator<Chunk> {
  const queue: Chunk[] = [];
  let size = 0;
  let end: { readonly fault?: unknown } | undefined;
  let wake = (): void => undefined;
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  const isFull = (): boolean => size >= AHEAD_LIMIT && !stop.signal.aborted;

  async function pump(): Promise<void> {
    for (;;) {
      while (isFull()) await change();
      const next = await source.next();
      if (next.done) return;
      queue.push(next.value);
      size += next.value.byteLength;
      wake();
    }
  }

  async function readAll(): Promise<void> {
    try {
      await pump();
      end = {};
    } catch (fault) {
      end = { fault };
    }
    wake();
  }

  void readAll();
  try {
    for (;;) {
      const chunk = queue.shift();
      if (chunk) {
        size -= chunk.byteLength;
        wake();
        yield chunk;
      } else if (end) {
        if ('fault' in end) throw end.fault;
        return;
      } else await change();
    }
  } finally {
    stop.abort();
    wake();
  }
}
