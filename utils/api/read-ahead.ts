import { joinBytes, type Chunk } from './read-body';
import { createTurn, nextTask } from './turn';

/** As much as is read before it is processed, in bytes. */
const AHEAD_LIMIT = 4e6;

/** Small chunks are joined up to this length, in bytes: each piece that is processed has a cost of its own. */
const JOINED_LENGTH = 65_536;

/**
 * Reads a body while what came before is still processed. Chromium drops bytes that were not read when the connection
 * breaks (docs/browser-notes.md), and a picture may be whole in them; storing one takes longer than receiving the next.
 * @param stop ends the reading when the consumer has enough
 */
export async function* readAhead(source: AsyncIterator<Chunk>, stop: AbortController): AsyncGenerator<Chunk> {
  let queue: Chunk[] = [];
  /** Place of the next chunk in the queue. */
  let first = 0;
  let size = 0;
  let end: { readonly fault?: unknown } | undefined;
  let wake = (): void => undefined;
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  const isFull = (): boolean => size >= AHEAD_LIMIT && !stop.signal.aborted;

  async function pump(): Promise<void> {
    const turn = createTurn();
    for (;;) {
      while (isFull()) await change();
      await turn.rest();
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

  /** The chunks in front, joined. */
  function take(): Chunk {
    let length = queue[first]?.byteLength ?? 0;
    let last = first + 1;
    for (; last < queue.length; last += 1) {
      const more = queue[last]?.byteLength ?? 0;
      if (length + more > JOINED_LENGTH) break;
      length += more;
    }
    const joined = joinBytes(queue.slice(first, last));
    size -= length;
    first = last;
    if (first === queue.length) {
      queue = [];
      first = 0;
    }
    return joined;
  }

  void readAll();
  try {
    for (;;) {
      if (first < queue.length) {
        if (size < JOINED_LENGTH && !end) await nextTask();
        const chunk = take();
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
