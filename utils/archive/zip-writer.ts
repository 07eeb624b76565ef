import type { BlobChain } from './blob-chain';
import { crc32 } from './crc32';
import {
  centralHeader,
  dosTime,
  endRecords,
  localHeader,
  LONG,
  sizesRecord,
  SIZES_FOLLOW,
  UTF8_NAME,
  type EntryFacts,
} from './zip-records';

/** Bytes that the browser has on its disk already. */
export interface KeptBytes {
  readonly blob: Blob;
  /** Their CRC-32. */
  readonly crc: number;
}

/** A file to be put into an archive, unpacked: pictures do not get smaller. */
export interface ZipFile {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** All its bytes, what they come from (then their number is written behind them), or where they are. */
  readonly content: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>> | KeptBytes;
}

/**
 * Writes an archive of two parts. In front stand the files that the browser has already: they are referred to, not copied.
 * Behind them come all others and the directory, piece by piece, as they are asked for. Our own, because the library that was
 * chosen (client-zip 2.5.1) writes no Zip64 end for more than 65,535 small files: such an archive opens without half of its
 * pictures.
 * @param front where references go; it is complete when the last piece was given
 * @throws RangeError for a file of 4 GB or more
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile>,
  front: BlobChain,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const entries: { readonly facts: EntryFacts; readonly isInFront: boolean; readonly at: number }[] = [];
  let behind = 0;
  for await (const { name: text, modifiedAt, content } of files) {
    const name = new TextEncoder().encode(text);
    const time = dosTime(modifiedAt);
    const keep = (facts: EntryFacts, isInFront: boolean): void => {
      if (facts.size >= LONG) throw new RangeError(`${text} has ${facts.size} bytes`);
      entries.push({ facts, isInFront, at: isInFront ? front.size : behind });
    };
    if ('blob' in content) {
      const { blob, crc } = content;
      const facts = { name, flags: UTF8_NAME, time, crc, size: blob.size };
      keep(facts, true);
      front.add(localHeader(facts), name, blob);
      continue;
    }
    const isWhole = content instanceof Uint8Array;
    const known = isWhole ? { crc: crc32(content), size: content.length } : { crc: 0, size: 0 };
    const facts = { name, flags: isWhole ? UTF8_NAME : UTF8_NAME | SIZES_FOLLOW, time, ...known };
    const header = localHeader(facts);
    yield header;
    yield name;
    let { crc, size } = known;
    let after = 0;
    if (isWhole) yield content;
    else {
      for await (const part of content) {
        crc = crc32(part, crc);
        size += part.length;
        yield part;
      }
      const sizes = sizesRecord(crc, size);
      yield sizes;
      after = sizes.length;
    }
    keep({ ...facts, crc, size }, false);
    behind += header.length + name.length + size + after;
  }
  const start = front.size + behind;
  let length = 0;
  for (const { facts, isInFront, at } of entries) {
    for (const part of centralHeader(facts, isInFront ? at : front.size + at)) {
      length += part.length;
      yield part;
    }
  }
  yield* endRecords(entries.length, length, start);
}

/** Bytes that are written at once; each write costs a way to the browser and back. */
const GATHERED = 4 * 1024 * 1024;

/** Puts small pieces together, so that none but the last is small. */
export async function* gather(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Blob> {
  let held: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < GATHERED) continue;
    yield new Blob(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield new Blob(held);
}
