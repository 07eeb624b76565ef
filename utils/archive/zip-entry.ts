import { ArchiveError } from '../core/archive/archive-defect';
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

/** Unpacks, and stops where more comes out than was declared: that alone is what makes a bomb. */
async function unpack(packed: Blob, { name, size }: ZipEntry, type: string): Promise<Blob> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > size) break;
      parts.push(part.value);
    }
  } catch (thrown) {
    throw new ArchiveError('damaged', name, { cause: thrown });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length > size) throw new ArchiveError('tooLarge', name);
  if (length < size) throw new ArchiveError('damaged', name);
  return new Blob(parts, { type });
}

/**
 * The bytes of an entry. A stored one, as all of ours are, is a piece of the file and read by nobody before it is wanted.
 * @param most bytes it may have
 * @throws ArchiveError where it is broken or too large
 */
export async function openEntry(file: Blob, entry: ZipEntry, type: string, most: number): Promise<Blob> {
  if (entry.size > most) throw new ArchiveError('tooLarge', entry.name);
  const packed = await locate(file, entry);
  return entry.isPacked ? unpack(packed, entry, type) : packed.slice(0, packed.size, type);
}
