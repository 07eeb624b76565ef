import type { Job } from '@/utils/core/job/job';

/** Where in the history to go: a picture, a job, or its beginning. */
export type GalleryPlace = { readonly image: string } | { readonly job: string } | undefined;

/** What a person can do about pictures that storage did not take. */
export interface UnsavedCallbacks {
  readonly saveUnsaved: (jobId: string) => void;
  readonly downloadUnsaved: (jobId: string) => void;
  readonly discardUnsaved: (jobId: string) => void;
}

/** What a person can ask for in the list of jobs. */
export interface JobCallbacks extends UnsavedCallbacks {
  readonly cancel: (job: Job) => void;
  readonly retry: (job: Job) => void;
  /** Put the job's prompt back into the prompt box. */
  readonly edit: (job: Job) => void;
  /** Ask for the hosts that hold the pictures; called in the turn of the click. */
  readonly allow: (job: Job) => void;
  /** Draw it before the others that wait. */
  readonly runNext: (job: Job) => void;
  /** Draw a job that waits for a key or for access at another server. */
  readonly move: (job: Job, providerId: string) => void;
  /** Cancel all jobs that wait; the answer names those that were cancelled. */
  readonly cancelWaiting: () => Promise<readonly string[]>;
  /** Put cancelled jobs back into the queue. */
  readonly restore: (jobIds: readonly string[]) => Promise<unknown>;
  /** Ask again for each of these. */
  readonly retryAll: (jobs: readonly Job[]) => void;
  /** The person has seen which jobs ended badly; the same function each time. */
  readonly see: () => void;
  /** Let it go on although it exceeds the monthly limit, or was asked for a moment ago. */
  readonly approve: (job: Job) => void;
  /** Open the site of the job's server, where an account is paid for; only of one that is set up here. */
  readonly openSite: (job: Job) => void;
  /** Copy what is known of a failure, for somebody who can help. */
  readonly copyReport: (job: Job) => Promise<unknown>;
  readonly openOptions: () => void;
  readonly openGallery: (place: GalleryPlace) => void;
  /** Open the page that says what takes up room. */
  readonly openStorage: () => void;
}
