import { createJobQueue, type JobQueue, type Watched } from '@/utils/core/drawing/job-queue';
import { createUnsavedPictures, type UnsavedPictures } from '@/utils/core/drawing/unsaved-pictures';
import { createStorageTrouble, type KeptFailure } from '@/utils/core/failure/kept-failure';
import type { JobOrder } from '@/utils/core/job/job';
import type { Job, JobState } from '@/utils/core/job/job';
import type {
  Connection,
  InspectedPicture,
  InspectPicture,
  JobStore,
  KnowledgeStore,
} from '@/utils/core/ports';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { createDatabaseOpener, type OpenDatabase } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { createKnowledgeStore } from '@/utils/storage/knowledge-store';
import { readMonthlyAmount } from '@/utils/storage/spending-reader';
import { CREATED_AT } from '../fixtures/jobs';
import { createBell, type Bell } from './bell';
import { createFakeImageApi, type FakeImageApi, type FakeImageApiOptions } from './image-api';
import { createFakeLiveness, type FakeLiveness } from './liveness';

/** A queue with the real job store under it, and everything around it under the test's control. */
export interface QueueWorld {
  readonly queue: JobQueue;
  readonly jobs: JobStore;
  readonly open: OpenDatabase;
  readonly api: FakeImageApi;
  readonly bell: Bell;
  /** What the queue told of whether a job is under way, in order. */
  readonly watched: readonly boolean[];
  /** What the browser would wake the background for. */
  alarm(): Watched;
  /** Ids of the jobs that were told to have stopped. */
  readonly stopped: readonly string[];
  readonly unsaved: UnsavedPictures;
  readonly trouble: KeptFailure;
  readonly liveness: FakeLiveness;
  readonly knowledge: KnowledgeStore;
  /** Previews that were saved, by job and request. */
  readonly previews: readonly { readonly jobId: string; readonly request: number }[];
  /** From now on this is what the person set. */
  set(changes: Partial<Settings>): void;
  /** Lets time pass, and what was to happen meanwhile. */
  pass(milliseconds: number): void;
  /** Faults that belong to no job. */
  readonly faults: readonly unknown[];
  /** From now on the server is found so. */
  connectAs(connection: Connection): void;
  /** The row, as soon as it is in this state. */
  jobIn(id: string, state: JobState): Promise<Job>;
  /** Adds a job with these words. */
  add(prompt: string, changes?: Partial<JobOrder>): Promise<string>;
}

export interface QueueWorldOptions extends FakeImageApiOptions {
  readonly connection?: Connection;
  readonly heldElsewhere?: readonly string[];
  readonly inspect?: InspectPicture;
  readonly settings?: Partial<Settings>;
  /** Name of the database; another world over the same one is the next background. */
  readonly database?: string;
  /** Clock and ids that several worlds share. */
  readonly times?: Times;
  /** Stands between the queue and the real store. */
  readonly wrapStore?: (jobs: JobStore) => JobStore;
}

export const READY: Connection = {
  ready: true,
  server: { baseUrl: 'https://api.example/v1', key: 'sk-secret', timeoutMs: 300_000 },
};

/** What is found out about every picture here. */
export const INSPECTED: InspectedPicture = {
  type: 'image/png',
  width: 1024,
  height: 1536,
  sha256: 'ab'.repeat(32),
  thumbnail: { bytes: Uint8Array.of(9, 9).buffer, width: 213, height: 320 },
};

/** A clock and the ids of what is made. */
export interface Times {
  readonly now: () => number;
  readonly createId: () => string;
  /** Lets milliseconds pass. */
  readonly pass: (milliseconds: number) => void;
}

/** Ids are `id-0001`, `id-0002`…, and each look at the clock is a millisecond later. */
export function createTimes(): Times {
  let ids = 0;
  let time = CREATED_AT;
  return {
    now() {
      time += 1;
      return time;
    },
    createId() {
      ids += 1;
      return `id-${String(ids).padStart(4, '0')}`;
    },
    pass: (milliseconds) => void (time += milliseconds),
  };
}

/** Makes the world; ids are `id-0001`, `id-0002`…, and each look at the clock is a millisecond later. */
export function createQueueWorld(options: QueueWorldOptions = {}): QueueWorld {
  const { wrapStore = (store: JobStore) => store, times = createTimes() } = options;
  const bell = createBell();
  const open = createDatabaseOpener(options.database);
  const jobs = createJobStore(open, bell.ring);
  const watched: boolean[] = [];
  const faults: unknown[] = [];
  const previews: { jobId: string; request: number }[] = [];
  const knowledge = createKnowledgeStore(open, bell.ring);
  const later = new Map<() => void, number>();
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  let alarm: Watched = { running: false };
  let connection = options.connection ?? READY;
  const stopped: string[] = [];
  const liveness = createFakeLiveness(options);
  const report = (fault: unknown): void => {
    faults.push(fault);
    bell.ring();
  };
  const trouble = createStorageTrouble(bell.ring);
  const unsaved = createUnsavedPictures({
    jobs: wrapStore(jobs),
    liveness,
    announce: bell.ring,
    emptied: () => void queue.pump(),
    report,
  });
  const api = createFakeImageApi({
    ...options,
    onRequest(sent) {
      bell.ring();
      return options.onRequest?.(sent);
    },
  });
  const queue = createJobQueue({
    jobs: wrapStore(jobs),
    api,
    inspect: options.inspect ?? (() => Promise.resolve(INSPECTED)),
    knowledge,
    previews: {
      save(jobId, request) {
        previews.push({ jobId, request });
        bell.ring();
        return Promise.resolve();
      },
    },
    readSettings: () => Promise.resolve(settings),
    spentInMonth: (at) => readMonthlyAmount(open, at),
    random: () => 0.5,
    createId: times.createId,
    now: times.now,
    liveness,
    connect: () => Promise.resolve(connection),
    after(milliseconds, callback) {
      later.set(callback, times.now() + milliseconds);
      bell.ring();
      return () => void later.delete(callback);
    },
    unsaved,
    trouble,
    stopped(jobId) {
      stopped.push(jobId);
      bell.ring();
      return Promise.resolve();
    },
    watch(now) {
      alarm = now;
      watched.push(now.running);
      bell.ring();
      return Promise.resolve();
    },
    report,
  });
  return {
    queue,
    jobs,
    open,
    api,
    bell,
    knowledge,
    previews,
    set(changes) {
      settings = { ...settings, ...changes };
    },
    pass(milliseconds) {
      times.pass(milliseconds);
      const now = times.now();
      for (const [callback, at] of later) {
        if (at > now) continue;
        later.delete(callback);
        callback();
      }
    },
    watched,
    alarm: () => alarm,
    stopped,
    unsaved,
    trouble,
    liveness,
    faults,
    connectAs(next) {
      connection = next;
    },
    jobIn: (id, state) =>
      bell.until(async () => {
        const job = await jobs.get(id);
        return job?.state === state ? job : undefined;
      }),
    add: (prompt, changes = {}) => queue.add({ prompt, parameters: { model: 'gpt-image-1' }, ...changes }),
  };
}
