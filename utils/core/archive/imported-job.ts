import { missingPictures, type Job } from '../job/job';
import { transition } from '../job/job-transitions';

/** Fields that speak of the queue, of the permissions or of the person of the history the job comes from. */
const NOT_HERE = [
  'unseen',
  'nextSince',
  'waitingFor',
  'waitingUntil',
  'waitedFor',
  'approvalReason',
  'pendingPictures',
  'arrivedPictures',
] as const;

/** A job that had not ended has ended: nothing goes on here, and nothing is sent without a click. */
function ended(job: Job, at: number): Job {
  switch (job.state) {
    case 'queued':
      return transition(job, { type: 'cancel', at });
    case 'running':
      return transition(job, { type: 'interrupt', at });
    case 'needs-permission': {
      const isWhole = job.pictureIds.length > 0 && missingPictures(job) === 0;
      return { ...job, state: isWhole ? 'done' : 'interrupted', finishedAt: at };
    }
    case 'failed':
      return { ...job, failure: job.failure ?? { kind: 'unexpected' } };
    case 'done':
    case 'cancelled':
    case 'interrupted':
      return job;
  }
}

function withoutFields(job: Job, fields: readonly (typeof NOT_HERE)[number][]): Job {
  const row = { ...job };
  for (const field of fields) delete row[field];
  return row;
}

/**
 * The row a job of an archive becomes here: it waits for nothing, and its end is no news. Pictures that were still at an
 * address are missing: an address in a file that came from anywhere must not be asked for.
 * @param at milliseconds since the epoch
 */
export function importedJob(job: Job, at: number): Job {
  const row = withoutFields(ended(withoutFields(job, ['pendingPictures', 'arrivedPictures']), at), NOT_HERE);
  return { ...row, finishedAt: row.finishedAt ?? row.startedAt ?? row.createdAt };
}
