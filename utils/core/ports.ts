import type { Job, JobState } from './job/job';
import type { ArriveEvent, JobEvent, KeepEvent } from './job/job-events';
import type { ArrivedBytes, NewPicture, Picture, Thumbnail } from './picture/picture';
import type { ReplyEvent } from './request/image-reply';
import type { ImageRequest } from './request/image-request';
import type { Lesson, ServerKnowledge } from './server/server-knowledge';

/** What a new job becomes beside others. */
export interface Beside {
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** @returns the row to write, or one of the others when that is enough */
  readonly settle: (recent: readonly Job[]) => Job;
}

/** How many jobs are open, and how many ended badly without a person having seen it. */
export interface JobCounts {
  readonly open: number;
  readonly unseen: number;
}

/** Jobs as the background writes them. Every write is durable before its promise settles, and is announced. */
export interface JobStore {
  /**
   * Writes a new row. Where it depends on the jobs made a moment ago, both happen in one transaction, so that two clicks
   * at once see each other.
   * @returns the row that stands for it
   */
  add(job: Job, beside?: Beside): Promise<Job>;
  get(id: string): Promise<Job | undefined>;
  count(): Promise<JobCounts>;
  /** Ids of the jobs whose bad end nobody has seen. */
  listUnseen(): Promise<readonly string[]>;
  /** Oldest first. */
  listByState(state: JobState): Promise<readonly Job[]>;
  /**
   * Reads, changes and writes the row in one transaction; `undefined` when the job is gone or, by now, in a state
   * that does not take the event.
   */
  apply(id: string, event: JobEvent): Promise<Job | undefined>;
  /**
   * The same for many, in one transaction; those that do not take the event stay as they are.
   * @returns ids of those that took it
   */
  applyEach(ids: readonly string[], event: JobEvent): Promise<readonly string[]>;
  /** The same, with the bytes that arrived in the same transaction: all of it lands, or nothing. */
  arrive(id: string, event: ArriveEvent, bytes: readonly ArrivedBytes[]): Promise<Job | undefined>;
  /** The same, with rows and thumbnails, and with what the reply cost. */
  keep(id: string, event: KeepEvent, pictures: readonly NewPicture[]): Promise<Job | undefined>;
  /** Bytes that arrived. */
  original(pictureId: string): Promise<Blob | undefined>;
}

/**
 * Unfinished pictures, shown until the finished one is there; losing one loses nothing that was paid for, so that saving
 * one never throws.
 */
export interface PreviewStore {
  /** @param request place of the request's first picture among those of the job */
  save(jobId: string, request: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** What was found out about servers. */
export interface KnowledgeStore {
  read(providerId: string): Promise<ServerKnowledge>;
  learn(providerId: string, lesson: Lesson): Promise<void>;
}

/** The server a request goes to; `key` is absent for servers that want none. */
export interface Server {
  readonly baseUrl: string;
  readonly key?: string;
  /** Sent beside the usual ones, for servers that want a key under another name; values are secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Longest time a request may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether the server wants a slash at the end of the path, as was found out before. */
  readonly trailingSlash?: boolean;
}

/** The server, or what is still missing before it may be called. */
export type Connection =
  | { readonly ready: true; readonly server: Server }
  | { readonly ready: false; readonly waitingFor: 'key' | 'access' };

/** The server a picture's address came from, with its key where there is one. */
export type PictureServer = Pick<Server, 'baseUrl' | 'key' | 'headers'>;

/** The image API; both calls throw FailureError, and pass the caller's own abort through. */
export interface ImageApi {
  /** One request. What came before it throws stays good. At least one picture comes, or it throws. */
  generate(server: Server, request: ImageRequest, signal: AbortSignal): AsyncIterable<ReplyEvent>;
  /**
   * The bytes at a picture's address, or `blocked` where the browser wants a permission first. The key is sent only to
   * the origin of `server`, and only after a request without it was refused.
   */
  fetchPicture(address: string, server: PictureServer, signal: AbortSignal): Promise<FetchedPicture>;
}

export type FetchedPicture =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'blocked' };

/** What is found out about received bytes before they are kept. */
export type InspectedPicture = Pick<Picture, 'type' | 'width' | 'height' | 'sha256' | 'undecoded'> & {
  /** Absent where the picture was not decoded. */
  readonly thumbnail?: Thumbnail;
};

/**
 * Decodes a picture once, unless its header says that it is too large.
 * @param decode `false` where decoding ended the background before: only the header is read then
 * @throws FailureError `unsupportedPicture` for anything that is not a picture
 */
export type InspectPicture = (bytes: Uint8Array<ArrayBuffer>, decode?: boolean) => Promise<InspectedPicture>;

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** A new time-ordered id. */
export type CreateId = () => string;

/** Sets how long the background is kept alive for a task from now on, in milliseconds; never shortens it. */
export type Extend = (limitMs: number) => void;

/** Keeps the background alive and marks the job as living while the task runs. */
export interface Liveness {
  /**
   * Runs the task and answers `true`; answers `false` and runs nothing when the job is held already.
   * @param limitMs after which the background is no longer kept alive for it, in milliseconds, unless it is extended
   */
  hold(jobId: string, limitMs: number, task: (extend: Extend) => Promise<void>): Promise<boolean>;
  isHeld(jobId: string): Promise<boolean>;
}
