import type { Chunk } from './read-body';
import { createTurn } from './turn';

/** Bytes decoded at once, so that no single step takes long. */
const SLICE_LENGTH = 65_536;

/** The text of a body piece by piece; other work gets its turn in between, however fast the body comes. */
export async function* readTextPieces(chunks: AsyncIterable<Chunk>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const turn = createTurn();
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.byteLength; start += SLICE_LENGTH) {
      yield decoder.decode(chunk.subarray(start, start + SLICE_LENGTH), { stream: true });
      await turn.rest();
    }
  }
  yield decoder.decode();
}
