/** Bytes taken at a step: eight tables make it about five times as fast as one. */
const STEP = 8;

/** Reversed polynomial of CRC-32 (ISO 3309). */
const POLYNOMIAL = 0xedb88320;

function makeTables(): Uint32Array {
  const tables = new Uint32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (tables[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return tables;
}

const TABLES = makeTables();

/**
 * CRC-32 of bytes, as ZIP wants it.
 * @param before that of the bytes before these
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (step: number, value: number): number => TABLES[step * 256 + (value & 0xff)] ?? 0;
  let crc = ~before;
  let at = 0;
  for (; at + STEP <= bytes.length; at += STEP) {
    const low = view.getUint32(at, true) ^ crc;
    const high = view.getUint32(at + 4, true);
    crc =
      table(7, low) ^
      table(6, low >>> 8) ^
      table(5, low >>> 16) ^
      table(4, low >>> 24) ^
      table(3, high) ^
      table(2, high >>> 8) ^
      table(1, high >>> 16) ^
      table(0, high >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = table(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return ~crc >>> 0;
}
