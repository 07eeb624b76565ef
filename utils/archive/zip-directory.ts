import { ArchiveError } from '../core/archive/archive-defect';
import { MANIFEST_NAME } from '../core/archive/archive-format';
import { ARCHIVE_LIMITS, isUnsafeName } from '../core/archive/archive-limits';
import { readBytes } from './read-bytes';

/** One file in an archive, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  /** Bytes in the archive. */
  readonly packedSize: number;
  /** Bytes as they should come out. */
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

/** Signatures and fixed lengths (APPNOTE 4.3.12, 4.3.14, 4.3.15, 4.3.16). */
const END = { signature: 0x06054b50, length: 22 } as const;
const END64 = { signature: 0x06064b50, length: 56 } as const;
const LOCATOR64 = { signature: 0x07064b50, length: 20 } as const;
const CENTRAL = { signature: 0x02014b50, length: 46 } as const;

/** Longest comment an archive may end with. */
const COMMENT_LIMIT = 0xffff;

/** What stands in a field whose value is in the Zip64 one. */
const IN_ZIP64 = 0xffffffff;

const SHORT_IN_ZIP64 = 0xffff;

/** Kind of the extra field with sizes above 4 GB. */
const ZIP64_FIELD = 1;

const STORED = 0;
const DEFLATED = 8;

/** Bits of the flags: encrypted, and strongly. */
const ENCRYPTED = 0x41;

/** Where the directory is. */
interface Directory {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @throws ArchiveError where a number is larger than any file */
function readLong(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ArchiveError('damaged');
  return Number(value);
}

/** The end is the last one whose comment reaches exactly to the end of the file. */
function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  for (let at = tail.length - END.length; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    if (at + END.length + view.getUint16(at + 20, true) === tail.length) return at;
  }
  return -1;
}

async function findDirectory(file: Blob): Promise<Directory> {
  const tail = await readBytes(file, Math.max(0, file.size - END.length - COMMENT_LIMIT), file.size);
  const at = findEnd(tail);
  if (at < 0) throw new ArchiveError((await beginsLikeZip(file)) ? 'damaged' : 'notZip');
  const view = viewOf(tail);
  const endAt = file.size - tail.length + at;
  const directory = {
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const isLong =
    directory.entries === SHORT_IN_ZIP64 || directory.size === IN_ZIP64 || directory.offset === IN_ZIP64;
  const found = isLong ? await findDirectory64(file, endAt) : { ...directory, end: endAt };
  if (found.offset + found.size !== found.end) throw new ArchiveError('damaged');
  return found;
}

/** Zip64 has an end of its own before the old one, and says there where it begins. */
async function findDirectory64(file: Blob, endAt: number): Promise<Directory & { readonly end: number }> {
  if (endAt < LOCATOR64.length) throw new ArchiveError('damaged');
  const locator = viewOf(await readBytes(file, endAt - LOCATOR64.length, endAt));
  if (locator.getUint32(0, true) !== LOCATOR64.signature) throw new ArchiveError('damaged');
  const end = readLong(locator, 8);
  if (end + END64.length > file.size) throw new ArchiveError('damaged');
  const view = viewOf(await readBytes(file, end, end + END64.length));
  if (view.getUint32(0, true) !== END64.signature) throw new ArchiveError('damaged');
  return { entries: readLong(view, 32), size: readLong(view, 40), offset: readLong(view, 48), end };
}

async function beginsLikeZip(file: Blob): Promise<boolean> {
  const [p, k] = await readBytes(file, 0, Math.min(2, file.size));
  return p === 0x50 && k === 0x4b;
}

/** The sizes and the place that did not fit into their fields. */
function readZip64(extra: Uint8Array, wanted: readonly number[]): readonly number[] {
  if (!wanted.includes(IN_ZIP64)) return wanted;
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const end = at + 4 + view.getUint16(at + 2, true);
    let next = at + 4;
    return wanted.map((value) => {
      if (value !== IN_ZIP64) return value;
      if (next + 8 > Math.min(end, extra.length)) throw new ArchiveError('damaged');
      next += 8;
      return readLong(view, next - 8);
    });
  }
  throw new ArchiveError('damaged');
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeName(bytes: Uint8Array): string {
  if (bytes.length === 0 || bytes.length > ARCHIVE_LIMITS.nameBytes) throw new ArchiveError('unsafeName');
  try {
    return DECODER.decode(bytes);
  } catch (thrown) {
    throw new ArchiveError('unsafeName', '', { cause: thrown });
  }
}

/** How many times larger than its packed bytes an entry may be. */
function ratioFor(name: string, size: number): number {
  const { ratio, manifestRatio, smallManifestBytes } = ARCHIVE_LIMITS;
  if (name !== MANIFEST_NAME && !name.endsWith(`/${MANIFEST_NAME}`)) return ratio;
  return size > smallManifestBytes ? manifestRatio : Number.POSITIVE_INFINITY;
}

function readEntry(bytes: Uint8Array, at: number): { readonly entry: ZipEntry; readonly next: number } {
  const view = viewOf(bytes);
  if (at + CENTRAL.length > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) {
    throw new ArchiveError('damaged');
  }
  const nameEnd = at + CENTRAL.length + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) throw new ArchiveError('damaged');
  const name = decodeName(bytes.subarray(at + CENTRAL.length, nameEnd));
  if (isUnsafeName(name)) throw new ArchiveError('unsafeName', name);
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw new ArchiveError('encrypted', name);
  const method = view.getUint16(at + 10, true);
  if (method !== STORED && method !== DEFLATED) throw new ArchiveError('compression', name);
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size = 0, packedSize = 0, offset = 0] = readZip64(bytes.subarray(nameEnd, extraEnd), short);
  if (method === STORED && size !== packedSize) throw new ArchiveError('damaged', name);
  if (size > packedSize * ratioFor(name, size)) throw new ArchiveError('tooLarge', name);
  return { entry: { name, isPacked: method === DEFLATED, packedSize, size, offset }, next };
}

/** Entries that share bytes are how a small file claims to be a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], end: number): void {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  let reached = 0;
  for (const { name, offset, packedSize } of inOrder) {
    if (offset < reached) throw new ArchiveError('overlapping', name);
    reached = offset + packedSize;
  }
  if (reached > end) throw new ArchiveError('damaged');
}

/**
 * The entries of an archive by their names, from the directory at its end. Nothing of any entry is read.
 * @throws ArchiveError for each way in which an archive is broken, hostile or not for us
 */
export async function readDirectory(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  const directory = await findDirectory(file);
  if (directory.entries > ARCHIVE_LIMITS.entries) throw new ArchiveError('tooMany');
  if (directory.size > ARCHIVE_LIMITS.directoryBytes) throw new ArchiveError('tooMany');
  const bytes = await readBytes(file, directory.offset, directory.offset + directory.size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let count = 0; count < directory.entries; count += 1) {
    const { entry, next } = readEntry(bytes, at);
    if (entries.has(entry.name)) throw new ArchiveError('duplicateName', entry.name);
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== bytes.length) throw new ArchiveError('damaged');
  refuseOverlaps([...entries.values()], directory.offset);
  return entries;
}
