import type { Digest, Proof } from '../core/archive/archive-ports';
import { crc32 } from './crc32';
import { dropBuffer } from './drop-buffer';

/** All bytes of a blob; `undefined` where they cannot be read, so that an export does not lose all others for it. */
export function readBlob(blob: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return blob.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
}

/**
 * Reads all bytes of a blob once, and tells what they come to.
 * @returns `undefined` where they cannot be read
 */
export async function proveBlob(blob: Blob, digest: Digest): Promise<Proof | undefined> {
  const bytes = await readBlob(blob);
  if (!bytes) return undefined;
  // The browser digests on another thread meanwhile.
  const digesting = digest(bytes);
  const crc = crc32(bytes);
  dropBuffer(bytes.buffer);
  return { crc, sha256: await digesting };
}
