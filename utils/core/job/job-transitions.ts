import type { Failure } from '../failure/failure';
import { fitParameters } from '../model/generation-parameters';
import { addCost } from '../money/cost';
import { mergeSummaries } from '../request/merge-summaries';
import {
  canFetchAgain,
  endedBadly,
  isRetryable,
  keptIndexes,
  missingPictures,
  type ArrivedPicture,
  type Job,
  type JobState,
  type PendingPicture,
} from './job';
import type { ArriveEvent, FinishEvent, JobEvent, KeepEvent, LookEvent } from './job-events';

/** Which events a job takes in which state; every pair that is not here is refused. */
const ACCEPTED: Readonly<Record<JobState, ReadonlySet<JobEvent['type']>>> = {
  queued: new Set([
    'wait',
    'move',
    'approve',
    'confirm',
    'prioritize',
    'start',
    'cancel',
    'withdraw',
    'fail',
  ]),
  running: new Set([
    'amend',
    'arrive',
    'look',
    'keep',
    'drop',
    'finish',
    'postpone',
    'requeue',
    'fail',
    'cancel',
    'interrupt',
  ]),
  'needs-permission': new Set(['resume', 'cancel', 'see']),
  failed: new Set(['retry', 'resume', 'see', 'dismiss']),
  cancelled: new Set(['retry', 'resume', 'restore']),
  interrupted: new Set(['retry', 'resume', 'see', 'dismiss']),
  done: new Set(['retry', 'resume', 'see']),
};

/** What a new attempt clears; pictures that have come, and what they cost, stay. */
const LEFT_BY_AN_ATTEMPT = [
  'failure',
  'startedAt',
  'finishedAt',
  'reply',
  'approved',
  'automaticRetries',
  'nextSince',
  'dismissed',
  'waitedFor',
] as const;

/** Whether a job takes the event. A finished one is asked again, or goes on, only for pictures that are missing. */
export function accepts(job: Job, event: JobEvent['type']): boolean {
  if (!ACCEPTED[job.state].has(event)) return false;
  if (event === 'retry') return isRetryable(job);
  if (event === 'restore') return job.waitedFor !== undefined;
  if (event === 'move') return job.waitingFor === 'key' || job.waitingFor === 'access';
  return event !== 'resume' || job.state !== 'done' || missingPictures(job) > 0 || canFetchAgain(job);
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

function arrive(job: Job, { arrived, pending, fetched = [] }: ArriveEvent): Job {
  const { arrivedPictures = [], pendingPictures = [] } = job;
  const left = pendingPictures.filter(({ index }) => !fetched.includes(index));
  // A write whose outcome was unknown is repeated: what is there already is not added again.
  const ids = new Set(arrivedPictures.map(({ id }) => id));
  const indexes = new Set(left.map(({ index }) => index));
  return withPictures(
    without(job, 'arrivedPictures', 'pendingPictures'),
    [...arrivedPictures, ...arrived.filter(({ id }) => !ids.has(id))],
    [...left, ...pending.filter(({ index }) => !indexes.has(index))],
  );
}

function look(job: Job, { pictureId, booking }: LookEvent): Job {
  const count = (picture: ArrivedPicture): ArrivedPicture =>
    picture.id === pictureId ? { ...picture, looks: (picture.looks ?? 1) + 1, booked: true } : picture;
  return {
    ...job,
    ...(booking && { cost: addCost(job.cost, booking.amount) }),
    ...(job.arrivedPictures && { arrivedPictures: job.arrivedPictures.map(count) }),
  };
}

/** The kept pictures of a job with more of them. */
function withKept(job: Job, event: KeepEvent): Pick<Job, 'pictureIds' | 'pictureIndexes'> {
  const arrived = new Map((job.arrivedPictures ?? []).map(({ id, index }) => [id, index]));
  const added = event.pictureIds.map(
    (id, place) => event.indexes?.[place] ?? arrived.get(id) ?? job.pictureIds.length + place,
  );
  const pictureIds = [...job.pictureIds, ...event.pictureIds];
  const indexes = [...keptIndexes(job), ...added];
  const moved = pictureIds.flatMap((id, position): [string, number][] => {
    const index = indexes[position] ?? position;
    return index === position ? [] : [[id, index]];
  });
  return { pictureIds, ...(moved.length > 0 && { pictureIndexes: Object.fromEntries(moved) }) };
}

function keep(job: Job, event: KeepEvent): Job {
  const settled = new Set([...event.pictureIds, ...event.discarded]);
  const kept = withPictures(
    {
      ...without(job, 'arrivedPictures', 'pendingPictures', 'pictureIndexes'),
      ...withKept(job, event),
      ...(event.reply && { reply: mergeSummaries(job.reply, event.reply) }),
      ...(event.booking && { cost: addCost(job.cost, event.booking.amount) }),
    },
    (job.arrivedPictures ?? []).filter(({ id }) => !settled.has(id)),
    (job.pendingPictures ?? []).filter(({ index }) => !event.fetched.includes(index)),
  );
  return event.finish ? finish(kept, event.finish) : kept;
}

/**
 * A job whose pictures are at addresses waits for permission to read them, unless fetching failed for another reason.
 * It is done only when nothing that came is still to be kept.
 */
function finish(job: Job, { at, failure, blocked = false, held = false }: FinishEvent): Job {
  const { pendingPictures, arrivedPictures, pictureIds } = job;
  if (pendingPictures && (blocked || !failure)) {
    return { ...job, state: 'needs-permission', ...(failure && { failure }) };
  }
  const ended = { ...job, finishedAt: at, ...(failure && { failure }) };
  const settled = !pendingPictures && !arrivedPictures && !held;
  if (pictureIds.length > 0 && settled) return { ...ended, state: 'done' };
  return { ...ended, state: 'failed', failure: failure ?? { kind: 'noPicture' } };
}

/** Why pictures are missing whose request had left when the background ended: they may have been billed. */
function brokenOff({ baseUrl = '' }: Job): Failure {
  const host = URL.parse(baseUrl)?.host;
  return { kind: 'connectionBroken', ...(host !== undefined && { host }) };
}

/** A job whose pictures had all come lost nothing; those at an address are fetched again for nothing. */
function interrupt(job: Job, at: number): Job {
  if (job.pendingPictures) {
    const isMissing = missingPictures(job) > 0;
    return { ...job, state: 'needs-permission', ...(isMissing && { failure: brokenOff(job) }) };
  }
  const complete = job.pictureIds.length > 0 && missingPictures(job) === 0;
  return { ...job, state: complete ? 'done' : 'interrupted', finishedAt: at };
}

/** The job without what it waits for. */
function notWaiting(job: Job): Job {
  return without(job, 'waitingFor', 'waitingUntil', 'approvalReason');
}

function cancel(job: Job, at: number): Job {
  return {
    ...notWaiting(job),
    state: 'cancelled',
    finishedAt: at,
    ...(job.state === 'queued' && { waitedFor: job.waitingFor ?? 'turn' }),
  };
}

/** A bad end is unseen until it is seen, and no longer than it lasts. */
function withAttention(before: Job, after: Job, event: JobEvent): Job {
  const isKnown = event.type === 'finish' && event.seenBlocked && after.state === 'needs-permission';
  if (isKnown || !endedBadly(after)) return after.unseen ? without(after, 'unseen') : after;
  return before.state === after.state ? after : { ...after, unseen: 1 };
}

/**
 * The job after the event.
 * @throws RangeError when the job does not take the event: a fault of the program, never of a server or a person
 */
export function transition(job: Job, event: JobEvent): Job {
  if (!accepts(job, event.type)) throw new RangeError(`A ${job.state} job does not take "${event.type}"`);
  return withAttention(job, afterEvent(job, event), event);
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
    case 'move':
      return {
        ...without(notWaiting(job), 'approved', 'estimate'),
        providerId: event.providerId,
        parameters: fitParameters({ ...job.parameters, ...(event.model !== '' && { model: event.model }) }),
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
      return { ...without(job, 'failure', 'finishedAt', 'dismissed', 'waitedFor'), state: 'running' };
    case 'arrive':
      return arrive(job, event);
    case 'look':
      return look(job, event);
    case 'keep':
      return keep(job, event);
    case 'drop':
      return withPictures(
        without(job, 'pendingPictures'),
        job.arrivedPictures ?? [],
        (job.pendingPictures ?? []).filter(({ index }) => !event.indexes.includes(index)),
      );
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
    case 'requeue':
      return { ...without(job, 'startedAt'), state: 'queued', waitingFor: event.for };
    case 'fail':
      return {
        ...notWaiting(job),
        state: 'failed',
        finishedAt: event.at,
        failure: event.failure,
      };
    case 'cancel':
    case 'withdraw':
      return cancel(job, event.at);
    case 'restore': {
      const { waitedFor, finishedAt: _, ...rest } = job;
      return {
        ...rest,
        state: 'queued',
        ...(waitedFor && waitedFor !== 'turn' && { waitingFor: waitedFor }),
      };
    }
    case 'interrupt':
      return interrupt(job, event.at);
    case 'retry':
      return { ...without(job, ...LEFT_BY_AN_ATTEMPT), state: 'queued', queuedAt: event.at };
  }
}
