import type { Job } from './job';
import type { Picture } from './picture';

/** A kept picture with the job it came from. */
export interface PictureEntry {
  readonly picture: Picture;
  readonly job: Job;
}

/** What pages read of the history, newest first and by range; deleted pictures are left out. */
export interface HistoryReader {
  /** The newest, and all that are being drawn, however old. */
  recentJobs(limit: number): Promise<readonly Job[]>;
  /** How many jobs wait for their turn. */
  countWaiting(): Promise<number>;
  job(id: string): Promise<Job | undefined>;
  /**
   * Up to `limit` pictures with an id below `before`, from the newest on when it is `undefined`; only those that have
   * all the words, as `searchWords` makes them.
   */
  pictures(
    before: string | undefined,
    limit: number,
    words?: readonly string[],
  ): Promise<readonly PictureEntry[]>;
  picture(id: string): Promise<PictureEntry | undefined>;
  /** A small WebP; `undefined` when the picture is gone. */
  thumbnail(pictureId: string): Promise<Blob | undefined>;
  /** The last unfinished pictures of a job, one for each of its requests. */
  previews(jobId: string): Promise<readonly Blob[]>;
  /** The bytes exactly as received. */
  original(pictureId: string): Promise<Blob | undefined>;
}
