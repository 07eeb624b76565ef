import type { ImageReply } from './image-reply';
import type { ImageRequest } from './image-request';
import type { ImageType } from './image-type';
import type { Job, JobState, WaitingFor } from './job';
import type { JobEvent, KeepEvent, ReceiveEvent } from './job-transitions';
import type { NewPicture, Thumbnail } from './picture';

/** Jobs as the background writes them. Every write is durable before its promise settles, and is announced. */
export interface JobStore {
  add(job: Job): Promise<void>;
  get(id: string): Promise<Job | undefined>;
  /** Oldest first. */
  listByState(state: JobState): Promise<readonly Job[]>;
  /**
   * Reads, changes and writes the row in one transaction; `undefined` when the job is gone or, by now, in a state
   * that does not take the event.
   */
  apply(id: string, event: JobEvent): Promise<Job | undefined>;
  /** The same, with the pictures of a reply in the same transaction: all of it lands, or nothing. */
  keep(
    id: string,
    event: KeepEvent | ReceiveEvent,
    pictures: readonly NewPicture[],
  ): Promise<Job | undefined>;
}

/** The server a request goes to; `key` is absent for servers that want none. */
export interface Server {
  readonly baseUrl: string;
  readonly key?: string;
}

/** The server, or what is still missing before it may be called. */
export type Connection =
  | { readonly ready: true; readonly server: Server }
  | { readonly ready: false; readonly waitingFor: WaitingFor };

/** The image API; both calls throw FailureError. */
export interface ImageApi {
  generate(server: Server, request: ImageRequest, signal: AbortSignal): Promise<ImageReply>;
  /** The bytes at a picture's address, or `blocked` where the browser wants a permission first. */
  fetchPicture(address: string, signal: AbortSignal): Promise<FetchedPicture>;
}

export type FetchedPicture =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'blocked' };

/** What is found out about received bytes before they are kept. */
export interface InspectedPicture {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  readonly thumbnail: Thumbnail;
}

/** Decodes a picture once. Throws FailureError `unsupportedPicture` for anything that is not one. */
export type InspectPicture = (bytes: Uint8Array<ArrayBuffer>) => Promise<InspectedPicture>;

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** A new time-ordered id. */
export type CreateId = () => string;

/** Keeps the background alive and marks the job as living while the task runs. */
export interface Liveness {
  /** Runs the task and answers `true`; answers `false` and runs nothing when the job is held already. */
  hold(jobId: string, task: () => Promise<void>): Promise<boolean>;
  isHeld(jobId: string): Promise<boolean>;
}
