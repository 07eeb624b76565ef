/** Digits of a UUIDv7 that hold its time: the first forty-eight bits. */
const TIMED_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/i;

/** The least id that a picture of this moment, in milliseconds since the epoch, can have: a bound for ranges of ids. */
export function leastIdAt(at: number): string {
  const digits = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

/**
 * When a picture came, in milliseconds since the epoch, read from its id (RFC 9562 §5.7): a list of ids can be laid out
 * by days without reading a row. Zero where the id tells no time.
 */
export function timeOfId(id: string): number {
  if (!TIMED_ID.test(id)) return 0;
  return Number.parseInt(id.slice(0, 8), 16) * 0x1_0000 + Number.parseInt(id.slice(9, 13), 16);
}
