import type { Job } from '../job/job';
import type { Picture } from '../picture/picture';

/** A kept picture with the job it came from. */
export interface PictureEntry {
  readonly picture: Picture;
  readonly job: Job;
}

/** What pages read of the history, newest first; deleted pictures are left out. */
export interface HistoryReader {
  /** The newest, and all that are being drawn, however old. */
  recentJobs(limit: number): Promise<readonly Job[]>;
  /** How many jobs wait for their turn. */
  countWaiting(): Promise<number>;
  job(id: string): Promise<Job | undefined>;
  picture(id: string): Promise<PictureEntry | undefined>;
  /** A small WebP; `undefined` when the picture is gone. */
  thumbnail(pictureId: string): Promise<Blob | undefined>;
  /** The last unfinished pictures of a job, one for each of its requests. */
  previews(jobId: string): Promise<readonly Blob[]>;
  /** The bytes exactly as received. */
  original(pictureId: string): Promise<Blob | undefined>;
}

/** What the history page reads to list pictures, newest first; deleted ones are left out. */
export interface PictureListReader {
  /** Ids of the newest pictures: as many as a person sees first, whatever the length of the history. */
  newestIds(limit: number): Promise<readonly string[]>;
  /** Ids of all pictures: no row is read. */
  allIds(): Promise<readonly string[]>;
  /** The pictures with these ids, newest first; those that are gone are left out. */
  entries(ids: readonly string[]): Promise<readonly PictureEntry[]>;
  /** Jobs that stand in the history themselves: of each state no more than the newest few hundred. */
  unfinishedJobs(): Promise<readonly Job[]>;
}
