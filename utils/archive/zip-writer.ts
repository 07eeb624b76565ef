import { crc32 } from './crc32';

/** A file to be put into an archive, unpacked: pictures do not get smaller. */
export interface ZipFile {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** All its bytes, or what they come from: then their number is written behind them. */
  readonly content: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** The same bytes where the browser has them itself, so that they need not be handed to it once more. */
  readonly blob?: Blob;
}

/** A part of an archive. */
type Piece = Uint8Array<ArrayBuffer> | Blob;

/** What the directory at the end says of a file. */
interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly flags: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** Version of the format that is needed to unpack: 4.5, for Zip64 (APPNOTE 4.4.3). */
const VERSION = 45;

/** Made on Unix, where the rights of a file are in the upper half of its attributes. */
const MADE_BY = (3 << 8) | VERSION;

/** A plain file that everybody may read. */
const ATTRIBUTES = 0o100644 * 0x10000;

const UTF8_NAME = 0x800;

/** Sizes and checksum come behind the bytes. */
const SIZES_FOLLOW = 0x8;

/** From here on a number is in a Zip64 field, and this stands where it would be. */
const LONG = 0xffffffff;

const SHORT = 0xffff;

/** The first year that a time can have. */
const FIRST_YEAR = 1980;

/** Date and time as one number, two seconds exactly, in local time (APPNOTE 4.4.6). */
function dosTime(milliseconds: number): number {
  const date = new Date(milliseconds);
  if (!(date.getFullYear() >= FIRST_YEAR)) return 0x210000;
  const day = ((date.getFullYear() - FIRST_YEAR) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

/** Little-endian numbers one after the other, each with its number of bytes. */
function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function localHeader({ name, flags, time, crc, size }: Omit<Written, 'offset'>): Uint8Array<ArrayBuffer> {
  return record(
    [4, 0x04034b50],
    [2, VERSION],
    [2, flags],
    [2, 0],
    [4, time],
    [4, crc],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  );
}

/** What the directory says of a file; only its place can need the long form. */
function centralHeader({
  name,
  flags,
  time,
  crc,
  size,
  offset,
}: Written): readonly Uint8Array<ArrayBuffer>[] {
  const isLong = offset >= LONG;
  const head = record(
    [4, 0x02014b50],
    [2, MADE_BY],
    [2, VERSION],
    [2, flags],
    [2, 0],
    [4, time],
    [4, crc],
    [4, size],
    [4, size],
    [2, name.length],
    [2, isLong ? 12 : 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, ATTRIBUTES],
    [4, isLong ? LONG : offset],
  );
  return isLong ? [head, name, record([2, 1], [2, 8], [8, offset])] : [head, name];
}

/** The end of an archive, in the long form where there are more files or bytes than the short one can tell. */
function endRecords(entries: number, size: number, offset: number): readonly Uint8Array<ArrayBuffer>[] {
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(entries, SHORT)],
    [2, Math.min(entries, SHORT)],
    [4, Math.min(size, LONG)],
    [4, Math.min(offset, LONG)],
    [2, 0],
  );
  if (entries < SHORT && size < LONG && offset < LONG) return [end];
  const end64 = record(
    [4, 0x06064b50],
    [8, 44],
    [2, MADE_BY],
    [2, VERSION],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, size],
    [8, offset],
  );
  return [end64, record([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]), end];
}

/**
 * Writes an archive piece by piece, as it is asked for; nothing but the directory is kept in memory. Our own, because the
 * library that was chosen (client-zip 2.5.1) writes no Zip64 end for more than 65,535 small files: such an archive opens
 * without half of its pictures.
 * @throws RangeError for a file of 4 GB or more
 */
export async function* writeZip(files: AsyncIterable<ZipFile>): AsyncGenerator<Piece> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let entries = 0;
  let offset = 0;
  for await (const { name: text, modifiedAt, content, blob } of files) {
    const name = new TextEncoder().encode(text);
    const isWhole = content instanceof Uint8Array;
    const known = isWhole ? { crc: crc32(content), size: content.length } : { crc: 0, size: 0 };
    const flags = isWhole ? UTF8_NAME : UTF8_NAME | SIZES_FOLLOW;
    const header = { name, flags, time: dosTime(modifiedAt), ...known };
    yield localHeader(header);
    yield name;
    let { crc, size } = known;
    let after = 0;
    if (isWhole) yield blob ?? content;
    else {
      for await (const part of content) {
        crc = crc32(part, crc);
        size += part.length;
        yield part;
      }
      const sizes = record([4, 0x08074b50], [4, crc], [4, size], [4, size]);
      yield sizes;
      after = sizes.length;
    }
    if (size >= LONG) throw new RangeError(`${text} has ${size} bytes`);
    directory.push(...centralHeader({ ...header, crc, size, offset }));
    entries += 1;
    offset += 30 + name.length + size + after;
  }
  let length = 0;
  for (const part of directory) length += part.length;
  yield* directory;
  yield* endRecords(entries, length, offset);
}

/** Bytes that are written at once; each write costs a way to the browser and back. */
const GATHERED = 16 * 1024 * 1024;

/** Puts small pieces together, so that none but the last is small. */
export async function* gather(pieces: AsyncIterable<Piece>): AsyncGenerator<Blob> {
  let held: Piece[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece instanceof Blob ? piece.size : piece.length;
    if (length < GATHERED) continue;
    yield new Blob(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield new Blob(held);
}
