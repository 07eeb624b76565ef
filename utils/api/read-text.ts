import type { Chunk } from './read-body';

/** Bytes decoded at once, so that no single step takes long. */
const SLICE_LENGTH = 65_536;

/** Time after which other work of the background gets its turn, in milliseconds. */
const TURN_MS = 40;

/** Lets timers, messages and clicks have their turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The text of a body piece by piece; other work gets its turn in between, however fast the body comes. */
export async function* readTextPieces(chunks: AsyncIterable<Chunk>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let turnBegan = performance.now();
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.byteLength; start += SLICE_LENGTH) {
      yield decoder.decode(chunk.subarray(start, start + SLICE_LENGTH), { stream: true });
      if (performance.now() - turnBegan < TURN_MS) continue;
      await nextTask();
      turnBegan = performance.now();
    }
  }
  yield decoder.decode();
}
