import { crc32 } from 'node:zlib';

/** What ends every PNG: an empty chunk IEND with its checksum. */
const endLength = 12;

/**
 * A picture in base64 that was made large without changing what it shows: a PNG by a private chunk that decoders
 * skip, others by bytes behind their end.
 *
 * @param megabytes how many million letters the result has, about
 */
export function pad(base64: string, megabytes: number): string {
  const bytes = Buffer.from(base64, 'base64');
  const missing = Math.max(0, Math.floor((megabytes * 1e6 * 3) / 4) - bytes.length);
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return Buffer.concat([bytes, Buffer.alloc(missing)]).toString('base64');
  const end = bytes.length - endLength;
  return Buffer.concat([bytes.subarray(0, end), privateChunk(missing), bytes.subarray(end)]).toString(
    'base64',
  );
}

function privateChunk(length: number): Buffer {
  const body = Buffer.concat([Buffer.from('saNd', 'latin1'), Buffer.alloc(length)]);
  const measured = Buffer.alloc(4);
  measured.writeUInt32BE(length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([measured, body, checksum]);
}
