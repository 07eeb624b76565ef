import type { Failure } from '../failure/failure';
import type { ApprovalReason } from '../money/budget';
import { addCost, type CostEstimate } from '../money/cost';
import type { Booking } from '../money/spending';
import type { ReplySummary } from '../request/image-reply';
import type { ImageRequest } from '../request/image-request';
import { mergeSummaries } from '../request/merge-summaries';
import {
  endedBadly,
  isRetryable,
  missingPictures,
  type ArrivedPicture,
  type Job,
  type JobState,
} from './job';
import type { PendingPicture, WaitingFor } from './job';

/** Everything that can happen to a job. `at` and `until` are in milliseconds since the epoch. */
export type JobEvent =
  | {
      readonly type: 'wait';
      readonly for: WaitingFor | undefined;
      readonly until?: number;
      /** Of a job that waits for approval: why, and what it is expected to cost. */
      readonly reason?: ApprovalReason;
      readonly estimate?: CostEstimate;
    }
  | { readonly type: 'approve' }
  /** It is meant, although the same was asked for a moment ago. */
  | { readonly type: 'confirm' }
  /** A person wants it drawn before the others that wait. */
  | { readonly type: 'prioritize'; readonly at: number }
  /** A person has seen how it ended. */
  | { readonly type: 'see' }
  /** A person wants it in the history no more, or wants it back there. */
  | { readonly type: 'dismiss'; readonly dismissed: boolean }
  | StartEvent
  /** Asked again without a field that the server refused. */
  | { readonly type: 'amend'; readonly request: ImageRequest }
  | { readonly type: 'resume' }
  | ArriveEvent
  | KeepEvent
  | FinishEvent
  /** Refused without having been carried out: asked again by itself after a pause. */
  | { readonly type: 'postpone'; readonly until: number }
  | { readonly type: 'fail'; readonly at: number; readonly failure: Failure }
  | { readonly type: 'cancel'; readonly at: number }
  | { readonly type: 'interrupt'; readonly at: number }
  | { readonly type: 'retry'; readonly at: number };

export interface StartEvent {
  readonly type: 'start';
  readonly at: number;
  readonly providerId: string;
  readonly baseUrl: string;
  readonly request: ImageRequest;
  readonly estimate?: CostEstimate;
}

/** Pictures are here, as bytes that are stored with this event, or as addresses: written down before anything else. */
export interface ArriveEvent {
  readonly type: 'arrive';
  readonly arrived: readonly ArrivedPicture[];
  readonly pending: readonly PendingPicture[];
}

/** Pictures are looked at and kept. */
export interface KeepEvent {
  readonly type: 'keep';
  readonly pictureIds: readonly string[];
  /** Arrived ones that turned out to be no pictures. */
  readonly discarded: readonly string[];
  /** Places of pending ones that were fetched by now. */
  readonly fetched: readonly number[];
  readonly reply?: ReplySummary;
  readonly booking?: Booking;
  /** Set where this was the last of the job. */
  readonly finish?: FinishEvent;
}

/** Nothing more will come. */
export interface FinishEvent {
  readonly type: 'finish';
  readonly at: number;
  /** Why one or all of the pictures are missing. */
  readonly failure?: Failure;
}

/** Which events a job takes in which state; every pair that is not here is refused. */
const ACCEPTED: Readonly<Record<JobState, ReadonlySet<JobEvent['type']>>> = {
  queued: new Set(['wait', 'approve', 'confirm', 'prioritize', 'start', 'cancel', 'fail']),
  running: new Set(['amend', 'arrive', 'keep', 'finish', 'postpone', 'fail', 'cancel', 'interrupt']),
  'needs-permission': new Set(['resume', 'cancel', 'see']),
  failed: new Set(['retry', 'resume', 'see', 'dismiss']),
  cancelled: new Set(['retry', 'resume']),
  interrupted: new Set(['retry', 'resume', 'see', 'dismiss']),
  done: new Set(['retry', 'resume', 'see']),
};

/** What a new attempt clears away; kept pictures and what they cost stay. */
const LEFT_BY_AN_ATTEMPT = [
  'failure',
  'startedAt',
  'finishedAt',
  'pendingPictures',
  'arrivedPictures',
  'reply',
  'approved',
  'automaticRetries',
  'nextSince',
  'dismissed',
] as const;

/** Whether a job takes the event. A finished one is asked again, or goes on, only for pictures that are missing. */
export function accepts(job: Job, event: JobEvent['type']): boolean {
  if (!ACCEPTED[job.state].has(event)) return false;
  if (event === 'retry') return isRetryable(job);
  return event !== 'resume' || job.state !== 'done' || missingPictures(job) > 0;
}

function without<Key extends keyof Job>(job: Job, ...keys: readonly Key[]): Omit<Job, Key> {
  const copy = { ...job };
  for (const key of keys) delete copy[key];
  return copy;
}

function withPictures(
  job: Omit<Job, 'arrivedPictures' | 'pendingPictures'>,
  arrived: readonly ArrivedPicture[],
  pending: readonly PendingPicture[],
): Job {
  return {
    ...job,
    ...(arrived.length > 0 && { arrivedPictures: arrived }),
    ...(pending.length > 0 && { pendingPictures: pending }),
  };
}

function arrive(job: Job, { arrived, pending }: ArriveEvent): Job {
  const { arrivedPictures = [], pendingPictures = [] } = job;
  return withPictures(job, [...arrivedPictures, ...arrived], [...pendingPictures, ...pending]);
}

function keep(job: Job, event: KeepEvent): Job {
  const settled = new Set([...event.pictureIds, ...event.discarded]);
  const fetched = new Set(event.fetched);
  const kept = withPictures(
    {
      ...without(job, 'arrivedPictures', 'pendingPictures'),
      pictureIds: [...job.pictureIds, ...event.pictureIds],
      ...(event.reply && { reply: mergeSummaries(job.reply, event.reply) }),
      ...(event.booking && { cost: addCost(job.cost, event.booking.amount) }),
    },
    (job.arrivedPictures ?? []).filter(({ id }) => !settled.has(id)),
    (job.pendingPictures ?? []).filter(({ index }) => !fetched.has(index)),
  );
  return event.finish ? finish(kept, event.finish) : kept;
}

/** Pictures that are still at an address wait for a click, unless fetching them was what failed. */
function finish(job: Job, { at, failure }: FinishEvent): Job {
  if (job.pendingPictures && !failure) return { ...job, state: 'needs-permission' };
  const ended = { ...job, finishedAt: at, ...(failure && { failure }) };
  if (job.pictureIds.length > 0 && !job.pendingPictures) return { ...ended, state: 'done' };
  return { ...ended, state: 'failed', failure: failure ?? { kind: 'noPicture' } };
}

/** A job whose pictures had all come lost nothing; those at an address are fetched again for nothing. */
function interrupt(job: Job, at: number): Job {
  if (job.pendingPictures) return { ...job, state: 'needs-permission' };
  const complete = job.pictureIds.length > 0 && missingPictures(job) === 0;
  return { ...job, state: complete ? 'done' : 'interrupted', finishedAt: at };
}

/** A bad end is unseen until it is seen, and no longer than it lasts. */
function withAttention(before: Job, after: Job): Job {
  if (!endedBadly(after)) return after.unseen ? without(after, 'unseen') : after;
  return before.state === after.state ? after : { ...after, unseen: 1 };
}

/**
 * The job after the event.
 * @throws RangeError when the job does not take the event: a fault of the program, never of a server or a person
 */
export function transition(job: Job, event: JobEvent): Job {
  if (!accepts(job, event.type)) throw new RangeError(`A ${job.state} job does not take "${event.type}"`);
  return withAttention(job, afterEvent(job, event));
}

/** The job without what it waits for. */
function notWaiting(job: Job): Job {
  return without(job, 'waitingFor', 'waitingUntil', 'approvalReason');
}

function afterEvent(job: Job, event: JobEvent): Job {
  switch (event.type) {
    case 'wait':
      return {
        ...(event.for === 'approval' ? without(notWaiting(job), 'estimate') : notWaiting(job)),
        ...(event.for && { waitingFor: event.for }),
        ...(event.until !== undefined && { waitingUntil: event.until }),
        ...(event.reason && { approvalReason: event.reason }),
        ...(event.estimate && { estimate: event.estimate }),
      };
    case 'approve':
      return { ...notWaiting(job), approved: true };
    case 'confirm':
      return without(job, 'waitingFor');
    case 'prioritize':
      return { ...job, nextSince: event.at };
    case 'see':
      return without(job, 'unseen');
    case 'dismiss':
      return event.dismissed ? { ...without(job, 'unseen'), dismissed: true } : without(job, 'dismissed');
    case 'start':
      return {
        ...notWaiting(job),
        state: 'running',
        startedAt: event.at,
        attempts: job.attempts + 1,
        providerId: event.providerId,
        baseUrl: event.baseUrl,
        request: event.request,
        ...(event.estimate && { estimate: event.estimate }),
      };
    case 'amend':
      return { ...job, attempts: job.attempts + 1, request: event.request };
    case 'resume':
      return { ...without(job, 'failure', 'finishedAt', 'dismissed'), state: 'running' };
    case 'arrive':
      return arrive(job, event);
    case 'keep':
      return keep(job, event);
    case 'finish':
      return finish(job, event);
    case 'postpone':
      return {
        ...without(job, 'startedAt'),
        state: 'queued',
        waitingFor: 'pause',
        waitingUntil: event.until,
        automaticRetries: (job.automaticRetries ?? 0) + 1,
      };
    case 'fail':
      return {
        ...notWaiting(job),
        state: 'failed',
        finishedAt: event.at,
        failure: event.failure,
      };
    case 'cancel':
      return {
        ...without(notWaiting(job), 'pendingPictures'),
        state: 'cancelled',
        finishedAt: event.at,
      };
    case 'interrupt':
      return interrupt(job, event.at);
    case 'retry':
      return { ...without(job, ...LEFT_BY_AN_ATTEMPT), state: 'queued', queuedAt: event.at };
  }
}
