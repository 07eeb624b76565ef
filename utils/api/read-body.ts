import type { FailureError } from '../core/failure/failure';

/** Bytes as they come from a server. */
export type Chunk = Uint8Array<ArrayBuffer>;

/** Longest reply that is read, in bytes: ten pictures of the largest size. */
export const REPLY_LIMIT = 400e6;

/** Longest picture that is fetched from an address, in bytes. */
export const PICTURE_LIMIT = 128e6;

/** Longest text of a reply without its pictures, in characters; an honest one has less than a million. */
export const REST_LIMIT = 16e6;

/** As much of a list of models or prices as is read, in bytes. */
export const LIST_LIMIT = 8e6;

/** As much of an error as is read, in bytes. */
export const ERROR_LIMIT = 1e6;

/**
 * The body piece by piece. Stopping early and reaching the limit both end the transfer.
 * @param tooLarge makes what is thrown for a body above the limit; without it the rest is dropped
 * @param stop ends the body as if it were complete, also while the next piece is awaited
 */
export async function* readBody(
  { body, headers }: Response,
  limit: number,
  tooLarge?: () => FailureError,
  stop?: AbortSignal,
): AsyncGenerator<Chunk> {
  if (!body) return;
  const reader = body.getReader();
  const cancel = (): void => {
    // A body that ended or broke has nothing to cancel.
    reader.cancel().catch(() => undefined);
  };
  stop?.addEventListener('abort', cancel);
  try {
    let left = limit;
    if (tooLarge && Number(headers.get('content-length')) > limit) throw tooLarge();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
      if (left < 0 && tooLarge) throw tooLarge();
      if (left < 0) {
        yield value.subarray(0, left);
        return;
      }
      yield value;
    }
  } finally {
    stop?.removeEventListener('abort', cancel);
    cancel();
  }
}

/** All of it as text. */
export async function readText(chunks: AsyncIterable<Chunk>): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(decoder.decode(chunk, { stream: true }));
  parts.push(decoder.decode());
  return parts.join('');
}

/** Pieces as one. */
export function joinBytes(pieces: readonly Chunk[]): Chunk {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const bytes = new Uint8Array(pieces.reduce((length, { byteLength }) => length + byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

/** All of it as bytes. */
export async function readBytes(chunks: AsyncIterable<Chunk>): Promise<Chunk> {
  const pieces: Chunk[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return joinBytes(pieces);
}
