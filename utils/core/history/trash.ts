import type { PictureEntry } from './history';

const DAY_MS = 24 * 60 * 60_000;

/**
 * How long a deleted picture can be brought back. A month is what people know from the trash of their photo libraries, and
 * outlasts a holiday: a picture was paid for, and drawing the same words again gives another one.
 */
export const TRASH_DAYS = 30;

/** The same in milliseconds. */
export const TRASH_MS = TRASH_DAYS * DAY_MS;

/** What is in the trash. */
export interface Trash {
  readonly count: number;
  /** Bytes of all originals in it. */
  readonly bytes: number;
  /** When the picture that was deleted last was deleted, in milliseconds since the epoch; 0 where there is none. */
  readonly deletedUntil: number;
  /** The pictures deleted last, that one first; not all of them where there are very many. */
  readonly entries: readonly PictureEntry[];
}

/** What the history page reads of deleted pictures. */
export interface TrashReader {
  count(): Promise<number>;
  /** Everything in it; rows of pictures for no more than the limit. */
  read(limit: number): Promise<Trash>;
}

/** Days until a picture goes for good, the present one included; 0 once its time has come. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.max(0, Math.ceil((deletedAt + TRASH_MS - now) / DAY_MS));
}
