import type { Picture } from '../picture/picture';

/** Pictures and the bytes of them. */
export interface PictureAmount {
  readonly count: number;
  readonly bytes: number;
}

/** What takes up room. Bytes are those of originals, but for the thumbnails. */
export interface StorageUse {
  /** Everything but the trash. */
  readonly kept: PictureAmount;
  readonly trash: PictureAmount;
  /** Of all pictures, the trash included. */
  readonly thumbnailBytes: number;
  /** Whether the thumbnails were weighed by a sample, because there are very many. */
  readonly isEstimate: boolean;
  /** What each rule of `RETENTION_DAYS` would move to the trash now. */
  readonly retired: ReadonlyMap<number, PictureAmount>;
}

/** After how many days pictures may go to the trash by themselves, where a person wants that. */
export const RETENTION_DAYS = [90, 180, 365, 730] as const;

const DAY_MS = 24 * 60 * 60_000;

/** Pictures from before that time, in milliseconds since the epoch, are older than so many days. */
export function retentionLimit(days: number, now: number): number {
  return now - days * DAY_MS;
}

/** Whether a rule that takes everything from before a time takes this picture. Favorites are never taken. */
export function isRetired({ favorite, deletedAt, createdAt }: Picture, before: number): boolean {
  return !favorite && deletedAt === undefined && createdAt < before;
}

function plus({ count, bytes }: PictureAmount, { byteSize }: Picture): PictureAmount {
  return { count: count + 1, bytes: bytes + byteSize };
}

const NONE: PictureAmount = { count: 0, bytes: 0 };

/** Adds up what pictures take, whatever their number. */
export function createStorageSum(now: number) {
  let [kept, trash] = [NONE, NONE];
  const retired = new Map<number, PictureAmount>(RETENTION_DAYS.map((days) => [days, NONE]));
  return {
    add(picture: Picture): void {
      if (picture.deletedAt === undefined) kept = plus(kept, picture);
      else trash = plus(trash, picture);
      for (const [days, amount] of retired) {
        if (isRetired(picture, retentionLimit(days, now))) retired.set(days, plus(amount, picture));
      }
    },
    result: (): Pick<StorageUse, 'kept' | 'trash' | 'retired'> => ({ kept, trash, retired }),
  };
}
