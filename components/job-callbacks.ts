import type { Job } from '@/utils/core/job';

/** Where in the history to go: a picture, a job, or its beginning. */
export type GalleryPlace = { readonly image: string } | { readonly job: string } | undefined;

/** What a person can ask for in the list of jobs. */
export interface JobCallbacks {
  readonly cancel: (job: Job) => void;
  readonly retry: (job: Job) => void;
  /** Put the job's prompt back into the prompt box. */
  readonly edit: (job: Job) => void;
  /** Ask for the hosts that hold the pictures; called in the turn of the click. */
  readonly allow: (job: Job) => void;
  /** Let it go on although it exceeds the monthly limit. */
  readonly approve: (job: Job) => void;
  /** Open the server's own site, where an account is paid for. */
  readonly openSite: (job: Job) => void;
  /** Copy what is known of a failure, for somebody who can help. */
  readonly copyReport: (job: Job) => Promise<unknown>;
  readonly openOptions: () => void;
  readonly openGallery: (place: GalleryPlace) => void;
}
