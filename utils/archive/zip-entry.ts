import { ArchiveError, type ArchiveDefect } from '../core/archive/archive-defect';
import { readBytes } from './read-bytes';
import type { ZipEntry } from './zip-directory';

/** An entry's own header (APPNOTE 4.3.7); after it come name, extra field and bytes. */
const LOCAL = { signature: 0x04034b50, length: 30 } as const;

/** Where the bytes of an entry stand in the archive, as its own header says. It must bear the directory's name. */
async function locate(file: Blob, { name, offset, packedSize }: ZipEntry): Promise<Blob> {
  const header = await readBytes(file, offset, offset + LOCAL.length);
  const view = new DataView(header.buffer);
  if (header.length < LOCAL.length || view.getUint32(0, true) !== LOCAL.signature) {
    throw new ArchiveError('damaged', name);
  }
  const nameEnd = offset + LOCAL.length + view.getUint16(26, true);
  const start = nameEnd + view.getUint16(28, true);
  const own = new TextDecoder().decode(await readBytes(file, offset + LOCAL.length, nameEnd));
  if (own !== name || start + packedSize > file.size) throw new ArchiveError('damaged', name);
  return file.slice(start, start + packedSize);
}

/** The bytes of a stream, one piece after the other. */
async function* pieces(stream: ReadableStream<Uint8Array<ArrayBuffer>>, name: string, fault: ArchiveDefect) {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch (thrown) {
    throw new ArchiveError(fault, name, { cause: thrown });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Unpacks, and stops where more comes out than was declared: that alone is what makes a bomb. */
async function* unpack(packed: Blob, { name, size }: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let length = 0;
  const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  for await (const piece of pieces(unpacked, name, 'damaged')) {
    length += piece.length;
    if (length > size) throw new ArchiveError('tooLarge', name);
    yield piece;
  }
  if (length < size) throw new ArchiveError('damaged', name);
}

/**
 * The bytes of an entry, one piece after the other.
 * @throws ArchiveError where it is broken, or larger than it says
 */
export async function* readEntry(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = await locate(file, entry);
  yield* entry.isPacked ? unpack(packed, entry) : pieces(packed.stream(), '', 'unreadable');
}

/**
 * The bytes of an entry. A stored one, as all of ours are, is a piece of the file and read by nobody before it is wanted.
 * @param most bytes it may have
 * @throws ArchiveError where it is broken or too large
 */
export async function openEntry(file: Blob, entry: ZipEntry, type: string, most: number): Promise<Blob> {
  if (entry.size > most) throw new ArchiveError('tooLarge', entry.name);
  const packed = await locate(file, entry);
  if (!entry.isPacked) return packed.slice(0, packed.size, type);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of unpack(packed, entry)) parts.push(piece);
  return new Blob(parts, { type });
}
