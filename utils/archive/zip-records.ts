/** What its own header and the directory at the end say of a file. */
export interface EntryFacts {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly flags: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
}

/** Version of the format that is needed to unpack: 4.5, for Zip64 (APPNOTE 4.4.3). */
const VERSION = 45;

/** Made on Unix, where the rights of a file are in the upper half of its attributes. */
const MADE_BY = (3 << 8) | VERSION;

/** A plain file that everybody may read. */
const ATTRIBUTES = 0o100644 * 0x10000;

/** The name is in UTF-8. */
export const UTF8_NAME = 0x800;

/** Sizes and checksum come behind the bytes. */
export const SIZES_FOLLOW = 0x8;

/** From here on a number is in a Zip64 field, and this stands where it would be. */
export const LONG = 0xffffffff;

const SHORT = 0xffff;

/** The first year that a time can have. */
const FIRST_YEAR = 1980;

/** Date and time as one number, two seconds exactly, in local time (APPNOTE 4.4.6). */
export function dosTime(milliseconds: number): number {
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

/** What stands before a file; its name comes next. */
export function localHeader({ name, flags, time, crc, size }: EntryFacts): Uint8Array<ArrayBuffer> {
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

/** What stands behind the bytes of a file whose header could not tell it. */
export function sizesRecord(crc: number, size: number): Uint8Array<ArrayBuffer> {
  return record([4, 0x08074b50], [4, crc], [4, size], [4, size]);
}

/** What the directory says of a file; only its place can need the long form. */
export function centralHeader(
  { name, flags, time, crc, size }: EntryFacts,
  offset: number,
): readonly Uint8Array<ArrayBuffer>[] {
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
export function endRecords(
  entries: number,
  size: number,
  offset: number,
): readonly Uint8Array<ArrayBuffer>[] {
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
