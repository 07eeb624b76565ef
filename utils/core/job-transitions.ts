import type { Failure } from './failure';
import type { ReplySummary } from './image-reply';
import type { ImageRequest } from './image-request';
import type { Job, JobState, PendingPicture, WaitingFor } from './job';

/** Everything that can happen to a job. `at` is in milliseconds since the epoch. */
export type JobEvent =
  | { readonly type: 'wait'; readonly for: WaitingFor | undefined }
  | { readonly type: 'start'; readonly at: number; readonly baseUrl: string; readonly request: ImageRequest }
  | { readonly type: 'resume' }
  | ReceiveEvent
  | KeepEvent
  | { readonly type: 'fail'; readonly at: number; readonly failure: Failure }
  | { readonly type: 'cancel'; readonly at: number }
  | { readonly type: 'interrupt'; readonly at: number }
  | { readonly type: 'retry' };

/** A reply is in, but some of its pictures are still at an address: written down before, and between, fetching them. */
export interface ReceiveEvent {
  readonly type: 'receive';
  readonly pictureIds: readonly string[];
  readonly reply?: ReplySummary;
  readonly pending: readonly PendingPicture[];
}

/** Pictures are kept; `pending` are those a missing permission holds back, and none means that the job is done. */
export interface KeepEvent {
  readonly type: 'keep';
  readonly at: number;
  readonly pictureIds: readonly string[];
  readonly reply?: ReplySummary;
  readonly pending: readonly PendingPicture[];
  /** Why one of the pictures is missing. */
  readonly failure?: Failure;
}

/** Which events a job takes in which state; every pair that is not here is refused. */
const ACCEPTED: Readonly<Record<JobState, ReadonlySet<JobEvent['type']>>> = {
  queued: new Set(['wait', 'start', 'cancel', 'fail']),
  running: new Set(['receive', 'keep', 'fail', 'cancel', 'interrupt']),
  'needs-permission': new Set(['resume', 'cancel']),
  failed: new Set(['retry', 'resume']),
  cancelled: new Set(['retry']),
  interrupted: new Set(['retry']),
  done: new Set(),
};

/** What a new attempt clears away; kept pictures stay. */
const LEFT_BY_AN_ATTEMPT = ['failure', 'startedAt', 'finishedAt', 'pendingPictures', 'reply'] as const;

/** Whether a job in this state takes the event. */
export function accepts(state: JobState, event: JobEvent['type']): boolean {
  return ACCEPTED[state].has(event);
}

function without<Key extends keyof Job>(job: Job, ...keys: readonly Key[]): Omit<Job, Key> {
  const copy = { ...job };
  for (const key of keys) delete copy[key];
  return copy;
}

function receive(job: Job, event: ReceiveEvent | KeepEvent): Job {
  return {
    ...without(job, 'pendingPictures'),
    pictureIds: [...job.pictureIds, ...event.pictureIds],
    ...(event.reply && { reply: event.reply }),
    ...(event.pending.length > 0 && { pendingPictures: event.pending }),
  };
}

function keep(job: Job, event: KeepEvent): Job {
  const kept = receive(job, event);
  return event.pending.length > 0
    ? { ...kept, state: 'needs-permission' }
    : { ...kept, state: 'done', finishedAt: event.at, ...(event.failure && { failure: event.failure }) };
}

/** A job whose reply had come lost nothing but the way to its pictures: fetching them again costs nothing. */
function interrupt(job: Job, at: number): Job {
  return job.pendingPictures
    ? { ...job, state: 'needs-permission' }
    : { ...job, state: 'interrupted', finishedAt: at };
}

/**
 * The job after the event.
 * @throws RangeError when the state does not take the event: a fault of the program, never of a server or a person
 */
export function transition(job: Job, event: JobEvent): Job {
  if (!accepts(job.state, event.type)) {
    throw new RangeError(`A ${job.state} job does not take "${event.type}"`);
  }
  switch (event.type) {
    case 'wait':
      return { ...without(job, 'waitingFor'), ...(event.for && { waitingFor: event.for }) };
    case 'start':
      return {
        ...without(job, 'waitingFor'),
        state: 'running',
        startedAt: event.at,
        attempts: job.attempts + 1,
        baseUrl: event.baseUrl,
        request: event.request,
      };
    case 'resume':
      return { ...without(job, 'failure', 'finishedAt'), state: 'running' };
    case 'receive':
      return receive(job, event);
    case 'keep':
      return keep(job, event);
    case 'fail':
      return { ...without(job, 'waitingFor'), state: 'failed', finishedAt: event.at, failure: event.failure };
    case 'cancel':
      return { ...without(job, 'waitingFor', 'pendingPictures'), state: 'cancelled', finishedAt: event.at };
    case 'interrupt':
      return interrupt(job, event.at);
    case 'retry':
      return { ...without(job, ...LEFT_BY_AN_ATTEMPT), state: 'queued' };
  }
}
