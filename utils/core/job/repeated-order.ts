import type { GenerationParameters } from '../model/generation-parameters';
import type { Job } from './job';

/** Two equal wishes within this time, in milliseconds, are taken for one that was clicked twice. */
export const REPEAT_MS = 60_000;

/** A wish that came to nothing is repeated on purpose. */
const COUNTS: ReadonlySet<Job['state']> = new Set(['queued', 'running', 'needs-permission', 'done']);

function sameParameters(one: GenerationParameters, other: GenerationParameters): boolean {
  const written = (parameters: GenerationParameters): string =>
    JSON.stringify(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return written(one) === written(other);
}

function isSame(one: Job, other: Job): boolean {
  return (
    one.prompt === other.prompt &&
    one.providerId === other.providerId &&
    one.passage?.quote === other.passage?.quote &&
    one.passage?.before === other.passage?.before &&
    one.passage?.pageUrl === other.passage?.pageUrl &&
    sameParameters(one.parameters, other.parameters)
  );
}

/** Whoever asks for a picture once more knows that they have it: only the same click twice may be a mistake. */
function mayBeMistaken(job: Job, other: Job): boolean {
  return job.repeatOf === undefined || job.repeatOf === other.repeatOf;
}

/**
 * What becomes of a new job beside those of the last moments: the job itself; the one that the very same click made,
 * when the page was not answered and asks again; the job waiting for the person's word, as
 * the same is being drawn; or the one that waits for that word already, because one question is enough.
 */
export function settleRepeat(job: Job, recent: readonly Job[]): Job {
  const answered = recent.find(({ intentId }) => intentId !== undefined && intentId === job.intentId);
  if (answered) return answered;
  const same = recent.filter(
    (other) => COUNTS.has(other.state) && mayBeMistaken(job, other) && isSame(job, other),
  );
  const asked = same.find(({ waitingFor }) => waitingFor === 'repeat');
  if (asked) return asked;
  return same.length > 0 ? { ...job, waitingFor: 'repeat' } : job;
}
