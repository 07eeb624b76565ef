import type { Readable } from 'node:stream';

/** Reads a stream by exact byte counts, as the X protocol is framed. One `take` at a time. */
export class ByteReader {
  #chunks: Buffer[] = [];
  #held = 0;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(stream: Readable) {
    stream.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#held += chunk.length;
      this.#wake();
    });
    stream.once('close', () => {
      this.#ended = true;
      this.#wake();
    });
    // An error is followed by close, which `take` reports.
    stream.on('error', () => undefined);
  }

  /** @throws when the other side closes before `count` bytes have come */
  async take(count: number): Promise<Buffer> {
    while (this.#held < count) {
      if (this.#ended) throw new Error('the X display hung up');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all.subarray(count)];
    this.#held -= count;
    return all.subarray(0, count);
  }
}
