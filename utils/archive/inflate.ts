/** Longest text that is unpacked, in bytes: a few packed bytes can stand for gigabytes. */
const MOST_BYTES = 2_000_000;

/**
 * Unpacks what zlib packed.
 * @returns `undefined` where it is damaged or above 2 MB
 */
export async function inflate(packed: Uint8Array): Promise<Uint8Array | undefined> {
  const reader = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MOST_BYTES) return undefined;
      parts.push(part.value);
    }
  } catch {
    return undefined;
  } finally {
    // A stream that ended or failed has nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
