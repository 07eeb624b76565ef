/** Blobs in a row, as one. */
export interface BlobChain {
  /** Bytes so far. */
  readonly size: number;
  add(...parts: readonly (Uint8Array<ArrayBuffer> | Blob)[]): void;
  /** All of them; what the browser has on its disk is referred to there, and read by whoever reads this. */
  join(): Blob;
}

/** Parts of one link: a blob for each part of a long row would cost the browser memory for as long as the row is made. */
const LINK = 600;

/** Begins a row. Each blob in it stays readable, also after what it came from was deleted. */
export function createBlobChain(): BlobChain {
  const links: Blob[] = [];
  let held: (Uint8Array<ArrayBuffer> | Blob)[] = [];
  let size = 0;
  const close = (): void => {
    links.push(new Blob(held));
    held = [];
  };
  return {
    get size() {
      return size;
    },
    add(...parts) {
      for (const part of parts) size += part instanceof Blob ? part.size : part.length;
      held.push(...parts);
      if (held.length >= LINK) close();
    },
    join() {
      if (held.length > 0) close();
      return new Blob(links);
    },
  };
}
