import { timeOfId } from '../picture/picture-time';

/** A day, in milliseconds: clocks of two computers differ by less. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The latest time that a row may name: a day from now, in milliseconds since the epoch. */
export function latestTime(now: number): number {
  return now + DAY_MS;
}

/** A UUIDv7 as it is written here (RFC 9562 §5.7). */
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Whether an id has the form of ours and a time from 1970 to `latest`. Ids are ordered by time: one of the future would
 * stand before all others for ever.
 */
export function isOwnId(id: string, latest: number): boolean {
  return UUID_V7.test(id) && timeOfId(id) <= latest;
}
