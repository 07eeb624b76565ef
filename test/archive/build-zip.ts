import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and how its headers may lie about it. */
export interface BuiltEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packed?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says of its size. */
  readonly declared?: number;
  /** What its own header calls it. */
  readonly localName?: string;
  /** Where the directory says it is. */
  readonly offset?: number;
}

function header(signature: number, numbers: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const parts = numbers.map(([size, value]) => {
    const part = Buffer.alloc(size);
    part.writeUIntLE(value, 0, size);
    return part;
  });
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature);
  return Buffer.concat([start, ...parts]);
}

/** An archive as any program might write it, honest or not; independent of the code under test. */
export function buildZip(entries: readonly BuiltEntry[]): Blob {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, bytes, packed = false, localName = name, declared = bytes.length } = entry;
    const body = packed ? deflateRawSync(bytes) : Buffer.from(bytes);
    const { method = packed ? 8 : 0, flags = 0x800 } = entry;
    const ownName = Buffer.from(localName);
    const listedName = Buffer.from(name, name.includes('\0') ? 'latin1' : 'utf8');
    const common = [
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0x210000],
      [4, crc32(bytes)],
      [4, packed ? body.length : declared],
      [4, declared],
    ] as const;
    const local = header(0x04034b50, [...common, [2, ownName.length], [2, 0]]);
    const listed = header(0x02014b50, [
      [2, 20],
      ...common,
      [2, listedName.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.offset ?? at],
    ]);
    files.push(local, ownName, body);
    directory.push(listed, listedName);
    at += local.length + ownName.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, at],
    [2, 0],
  ]);
  return new Blob([...files, ...directory, end].map((part) => new Uint8Array(part)));
}
