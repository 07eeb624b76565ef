import type { Failure } from './failure';
import type { GenerationParameters } from './generation-parameters';
import type { ReplySummary } from './image-reply';
import type { ImageRequest } from './image-request';
import type { Passage } from './passage';

/** States of a job; the words and their meaning are fixed by the design, the arrows by `job-transitions.ts`. */
export const JOB_STATES = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'interrupted',
  'needs-permission',
] as const;

export type JobState = (typeof JOB_STATES)[number];

/** What a queued job waits for besides its turn. */
export type WaitingFor = 'key' | 'access';

/** A picture that exists at an address on a host the extension may not read yet. */
export interface PendingPicture {
  /** Place in the reply, from 0. */
  readonly index: number;
  readonly address: string;
  readonly revisedPrompt?: string;
}

/** One generation, from the click to its pictures. Times are milliseconds since the epoch. */
export interface Job {
  /** UUIDv7: the order of ids is the order of clicks. */
  readonly id: string;
  readonly state: JobState;
  /** The words to draw, cleaned. */
  readonly prompt: string;
  /** What was asked for. */
  readonly parameters: GenerationParameters;
  /** Where the words come from; absent for typed prompts. */
  readonly passage?: Passage;
  readonly createdAt: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly waitingFor?: WaitingFor;
  /** How often the request left, retries included. */
  readonly attempts: number;
  /** Server and body of the last request as sent, without the key. */
  readonly baseUrl?: string;
  readonly request?: ImageRequest;
  readonly reply?: ReplySummary;
  readonly failure?: Failure;
  readonly pendingPictures?: readonly PendingPicture[];
  /** Ids of the kept pictures, in the reply's order. */
  readonly pictureIds: readonly string[];
}

/** What a click hands over to make a job. */
export interface JobOrder {
  readonly prompt: string;
  readonly parameters: GenerationParameters;
  readonly passage?: Passage;
}

/** A new job in the state every job begins in. */
export function createJob(id: string, createdAt: number, order: JobOrder): Job {
  return { ...order, id, createdAt, state: 'queued', attempts: 0, pictureIds: [] };
}

/**
 * Whether the pictures of a failed job may still lie where the server said: a server that answered there and refused
 * (an address that has expired) will not give them any more.
 */
export function canFetchAgain({ state, failure, pendingPictures }: Job): boolean {
  return state === 'failed' && pendingPictures !== undefined && failure?.status === undefined;
}

/** Whether the job still has something to do by itself. */
export function isOpen(state: JobState): boolean {
  return state === 'queued' || state === 'running';
}
