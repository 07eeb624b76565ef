/** What making ids needs of the world: new random UUIDs. */
export type RandomUuid = () => string;

/** Hexadecimal digits at the end of an id that tell nothing but itself from others. */
const RANDOM_DIGITS = 10;

/** Another id with the same time and place in the order: what comes first in a UUIDv7 decides (RFC 9562 §5.7). */
export function copiedId(id: string, random: RandomUuid): string {
  return `${id.slice(0, -RANDOM_DIGITS)}${random().slice(-RANDOM_DIGITS)}`;
}

/** Hexadecimal digits of a UUIDv7 that hold its time. */
const TIME_DIGITS = 12;

/**
 * A UUIDv7 of a moment.
 * @param at milliseconds since the epoch
 */
export function idAt(at: number, random: RandomUuid): string {
  const time = at.toString(16).padStart(TIME_DIGITS, '0');
  // Behind the version a random UUID has the same form.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random().slice(15)}`;
}
