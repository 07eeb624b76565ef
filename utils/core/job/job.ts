import type { Failure } from '../failure/failure';
import { MAXIMUM_IMAGES, type GenerationParameters } from '../model/generation-parameters';
import type { ApprovalReason } from '../money/budget';
import type { CostEstimate, JobCost } from '../money/cost';
import type { ReplySummary } from '../request/image-reply';
import type { ImageRequest } from '../request/image-request';
import type { Passage } from '../text/passage';

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

/** States of jobs that have not brought, or will not bring, what they were asked for; a cancelled one was let go. */
export const UNFINISHED_STATES = [
  'queued',
  'running',
  'needs-permission',
  'failed',
  'interrupted',
] as const satisfies readonly JobState[];

/**
 * What a queued job waits for besides its turn: a key, permission to call the server, the end of a pause the server
 * asked for, a click that allows it to exceed the monthly limit (`approval`), a click that confirms a repeated order
 * (`repeat`), or room for pictures that are in memory only because storage refused them (`storage`).
 */
export type WaitingFor = 'key' | 'access' | 'pause' | 'approval' | 'repeat' | 'storage';

/** A picture whose bytes are stored, and not yet looked at. */
export interface ArrivedPicture {
  /** Key of the bytes, and the id of the picture to be. */
  readonly id: string;
  /** Place among the pictures of the job, from 0; no two pictures of a job share one. */
  readonly index: number;
  readonly revisedPrompt?: string;
  /** How often decoding it was begun; counted before it begins, so that a decode that ends the background counts. */
  readonly looks?: number;
  /** Set once the cost of its reply is booked. */
  readonly booked?: true;
}

/** A picture that is still at an address; it stays so while the extension may not read its host. */
export interface PendingPicture {
  /** Place among the pictures of the job, from 0. */
  readonly index: number;
  readonly address: string;
  readonly revisedPrompt?: string;
}

/** One generation, from the click to its pictures. Times are milliseconds since the epoch. */
export interface Job {
  /** UUIDv7: the order of ids is the order of clicks. */
  readonly id: string;
  readonly state: JobState;
  /** The server it is meant for; absent in jobs from before there were several: the chosen one. */
  readonly providerId?: string;
  /** The words to draw, cleaned. */
  readonly prompt: string;
  /** What was asked for. */
  readonly parameters: GenerationParameters;
  /** Where the words come from; absent for typed prompts. */
  readonly passage?: Passage;
  readonly createdAt: number;
  /** The click it was made for. */
  readonly intentId?: string;
  /** The job it asks for once more, as that stood; absent for new wishes. */
  readonly repeatOf?: string;
  /** When a click put it into the queue again; absent until then. */
  readonly queuedAt?: number;
  /** When a person asked for it to be drawn next; absent where it keeps its turn. */
  readonly nextSince?: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly waitingFor?: WaitingFor;
  /** When a pause ends. */
  readonly waitingUntil?: number;
  /** Why it waits for approval; absent in rows of older versions. */
  readonly approvalReason?: ApprovalReason;
  /** Whether the person agreed to exceed the monthly limit for it. */
  readonly approved?: boolean;
  /** What it will cost by a price list, as far as that is known. */
  readonly estimate?: CostEstimate;
  /** What it has cost so far. */
  readonly cost?: JobCost;
  /** How often it was asked again without a click since the last one. */
  readonly automaticRetries?: number;
  /** How often it was sent: once for each start, and once for each field left out. */
  readonly attempts: number;
  /** Server and body of the last request as sent, without the key; of a job that was split, of its first. */
  readonly baseUrl?: string;
  readonly request?: ImageRequest;
  readonly reply?: ReplySummary;
  readonly failure?: Failure;
  readonly pendingPictures?: readonly PendingPicture[];
  readonly arrivedPictures?: readonly ArrivedPicture[];
  /**
   * Set from a bad end until a person has seen it. A number, and absent otherwise, so that an index holds nothing but
   * these (IndexedDB takes no booleans as keys, and leaves out rows without the field).
   */
  readonly unseen?: 1;
  /** Set where a person wants a job that came to nothing in the history no more. */
  readonly dismissed?: true;
  /** What it waited for when it was cancelled in the queue, `turn` for nothing else; Undo puts it back there. */
  readonly waitedFor?: WaitingFor | 'turn';
  /** Ids of the kept pictures, in the order they were kept. */
  readonly pictureIds: readonly string[];
  /** Index of each kept picture whose index is not its position in `pictureIds`, by picture id. */
  readonly pictureIndexes?: Readonly<Record<string, number>>;
}

/** What a click hands over to make a job. */
export interface JobOrder {
  /**
   * Made by the page for each click. A page that was not answered asks again with the same one, and gets the job that
   * its first question made, if it made one.
   */
  readonly intentId?: string;
  readonly providerId?: string;
  readonly prompt: string;
  readonly parameters: GenerationParameters;
  readonly passage?: Passage;
  /** The job it asks for once more. */
  readonly repeatOf?: string;
}

/** Whether the same can be asked for again: of a picture that a person brought, the model may not be known. */
export function canAskAgain({ parameters }: Pick<Job, 'parameters'>): boolean {
  return parameters.model !== '';
}

/** What asks for the same as a job did, at the same server. */
export function orderAgain({ id, prompt, parameters, passage, providerId }: Job): JobOrder {
  return {
    repeatOf: id,
    prompt,
    parameters,
    ...(passage && { passage }),
    ...(providerId !== undefined && { providerId }),
  };
}

/** A new job in the state every job begins in. */
export function createJob(id: string, createdAt: number, order: JobOrder): Job {
  return { ...order, id, createdAt, state: 'queued', attempts: 0, pictureIds: [] };
}

/** Indexes of the kept pictures, in the order of their ids. */
export function keptIndexes({ pictureIds, pictureIndexes = {} }: Job): readonly number[] {
  return pictureIds.map((id, position) => pictureIndexes[id] ?? position);
}

/** Indexes of all pictures that have come: kept, arrived as bytes, or pending at an address. */
export function takenIndexes(job: Job): ReadonlySet<number> {
  const { arrivedPictures = [], pendingPictures = [] } = job;
  return new Set([
    ...keptIndexes(job),
    ...[...arrivedPictures, ...pendingPictures].map(({ index }) => index),
  ]);
}

/** How many pictures were asked for. */
export function wantedPictures({ parameters }: Pick<Job, 'parameters'>): number {
  return Math.min(parameters.n ?? 1, MAXIMUM_IMAGES);
}

/** Indexes of the wanted pictures that have not come; only these are asked for. */
export function freeIndexes(job: Job): readonly number[] {
  const taken = takenIndexes(job);
  return Array.from({ length: wantedPictures(job) }, (_, index) => index).filter(
    (index) => !taken.has(index),
  );
}

/** How many of the wanted pictures have not come. */
export function missingPictures(job: Job): number {
  return freeIndexes(job).length;
}

/**
 * Whether pictures of an ended job can be had without asking the server to draw: their bytes are stored, or they are at
 * an address that has not been refused for good.
 */
export function canFetchAgain({ state, pendingPictures, arrivedPictures }: Job): boolean {
  if (isOpen(state) || state === 'needs-permission') return false;
  return arrivedPictures !== undefined || pendingPictures !== undefined;
}

/** Whether a click may ask for the missing pictures, or keep those that have come. */
export function isRetryable(job: Job): boolean {
  if (job.state === 'done') return missingPictures(job) > 0 || canFetchAgain(job);
  return job.state === 'failed' || job.state === 'cancelled' || job.state === 'interrupted';
}

/** Whether a job ended, or stopped, in a way that a person should look at. */
export function endedBadly({ state, failure }: Job): boolean {
  if (state === 'done') return failure !== undefined;
  return state === 'failed' || state === 'interrupted' || state === 'needs-permission';
}

/** Whether a job stands in the history itself, because not all of its pictures do. */
export function standsInHistory({ state, dismissed }: Job): boolean {
  return dismissed === undefined && UNFINISHED_STATES.some((one) => one === state);
}

/** Whether the job still has something to do by itself. */
export function isOpen(state: JobState): boolean {
  return state === 'queued' || state === 'running';
}
