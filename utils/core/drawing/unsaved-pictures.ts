import { FailureError, type Failure } from '../failure/failure';
import type { Job, PendingPicture } from '../job/job';
import type { KeepEvent } from '../job/job-events';
import { fileNameFor } from '../picture/file-name';
import type { NewPicture } from '../picture/picture';
import type { JobStore, Liveness } from '../ports';
import { DEFAULT_FILE_NAME } from '../server/settings';

/** What a reply brought and storage did not take. */
export interface HeldReply {
  readonly keep: Omit<KeepEvent, 'finish'>;
  readonly pictures: readonly NewPicture[];
  /** The bytes of these pictures, by id. */
  readonly originals: ReadonlyMap<string, Blob>;
  /** Addresses that could not be written down. */
  readonly pending: readonly PendingPicture[];
}

/** A picture as a file. */
export interface PictureFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** A job whose pictures are in memory only. */
export interface UnsavedJob {
  readonly jobId: string;
  readonly prompt: string;
  readonly pictures: number;
}

/** What the background holds that no row can show. */
export interface StorageState {
  /** What it refused last, as long as that lasts. */
  readonly failure?: Failure;
  readonly unsaved: readonly UnsavedJob[];
  /** Why the last click on the menu entry made no job. */
  readonly refused?: Failure;
}

export interface UnsavedPorts {
  readonly jobs: Pick<JobStore, 'arrive' | 'keep'>;
  readonly liveness: Liveness;
  /** Told when there is more or less to save. */
  readonly announce: () => void;
  /** Called when nothing is held any more: what waited for it may go on. */
  readonly emptied: () => void;
  readonly report: (fault: unknown) => void;
}

/** Pictures that were paid for and could not be stored: kept in memory as long as the background lives. */
export interface UnsavedPictures {
  hold(job: Job, reply: HeldReply): void;
  has(jobId: string): boolean;
  /** Whether pictures of any job are held. */
  hasAny(): boolean;
  list(): readonly UnsavedJob[];
  /** The pictures as files, for a person to save elsewhere. */
  files(jobId: string): readonly PictureFile[];
  /** Stores what is held of a running job, if anything. Throws the storage's failure, and holds on what is left. */
  store(jobId: string): Promise<void>;
  /** Lets them go, at the person's word. */
  discard(jobId: string): void;
}

interface Entry {
  readonly job: Job;
  readonly replies: HeldReply[];
  readonly release: () => void;
}

/** The background is kept alive for them no longer than this, in milliseconds: it must be finite. */
const HOLD_MS = 30 * 60_000;

/**
 * Writes what a reply brought: addresses that are not written yet, and then the pictures.
 * @throws FailureError for each kind of storage trouble, and `unexpected` where the job takes no pictures now
 */
export async function storeReply(
  jobs: UnsavedPorts['jobs'],
  jobId: string,
  { keep, pictures, pending }: Omit<HeldReply, 'originals' | 'keep'> & { readonly keep: KeepEvent },
): Promise<void> {
  const arrival = { type: 'arrive', arrived: [], pending } as const;
  const isTaken = pending.length === 0 || (await jobs.arrive(jobId, arrival, []));
  if (!isTaken || !(await jobs.keep(jobId, keep, pictures))) {
    throw new FailureError({ kind: 'unexpected', detail: 'The job takes no pictures in its present state' });
  }
}

/** Makes the holder; what it holds ends with the background. */
export function createUnsavedPictures(ports: UnsavedPorts): UnsavedPictures {
  const entries = new Map<string, Entry>();

  function enter(job: Job): Entry {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    ports.liveness.hold(`unsaved-${job.id}`, HOLD_MS, () => released).catch(ports.report);
    const entry: Entry = { job, replies: [], release };
    entries.set(job.id, entry);
    return entry;
  }

  function leave(jobId: string): void {
    entries.get(jobId)?.release();
    const wasHeld = entries.delete(jobId);
    ports.announce();
    if (wasHeld && entries.size === 0) ports.emptied();
  }

  return {
    hold(job, reply) {
      if (reply.pictures.length === 0 && reply.pending.length === 0) return;
      (entries.get(job.id) ?? enter(job)).replies.push(reply);
      ports.announce();
    },
    has: (jobId) => entries.has(jobId),
    hasAny: () => entries.size > 0,
    list: () =>
      [...entries.values()].map(({ job: { id, prompt }, replies }) => ({
        jobId: id,
        prompt,
        pictures: replies.reduce((sum, { pictures }) => sum + pictures.length, 0),
      })),
    files(jobId) {
      const entry = entries.get(jobId);
      if (!entry) return [];
      const { job, replies } = entry;
      return replies.flatMap(({ pictures, originals }) =>
        pictures.flatMap(({ picture }) => {
          const bytes = originals.get(picture.id);
          return bytes ? [{ name: fileNameFor({ picture, job }, DEFAULT_FILE_NAME), bytes }] : [];
        }),
      );
    },
    async store(jobId) {
      const entry = entries.get(jobId);
      if (!entry) return;
      for (let reply = entry.replies[0]; reply; reply = entry.replies[0]) {
        await storeReply(ports.jobs, jobId, reply);
        entry.replies.shift();
      }
      leave(jobId);
    },
    discard: leave,
  };
}
