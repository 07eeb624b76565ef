import type { Job } from '../job/job';
import { transition } from '../job/job-transitions';

/** Fields that speak of the queue or the person of the history the job comes from. */
const NOT_HERE = ['unseen', 'nextSince', 'waitingFor', 'waitingUntil', 'waitedFor'] as const;

/** A job that was under way when it was archived has ended: nothing goes on here, and nothing is sent again. */
function ended(job: Job, at: number): Job {
  if (job.state === 'queued') return transition(job, { type: 'cancel', at });
  if (job.state === 'running') return transition(job, { type: 'interrupt', at });
  return job;
}

/**
 * The row a job of an archive becomes here: it waits for nothing, and its end is no news.
 * @param at milliseconds since the epoch
 */
export function importedJob(job: Job, at: number): Job {
  const row = { ...ended(job, at) };
  for (const field of NOT_HERE) delete row[field];
  return row;
}
