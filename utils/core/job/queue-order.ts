import type { Job } from './job';

const enteredAt = ({ queuedAt, createdAt }: Job): number => queuedAt ?? createdAt;

function compare(one: Job, other: Job): number {
  const wanted = (other.nextSince ?? 0) - (one.nextSince ?? 0);
  return wanted || enteredAt(one) - enteredAt(other) || (one.id < other.id ? -1 : 1);
}

/**
 * Queued jobs in the order they are drawn: those that were asked for as the next ones, the last wish first, then first
 * come, first served. A job that was asked again by a click came with that click; one that a server asked to wait keeps
 * its place.
 */
export function inQueueOrder(jobs: readonly Job[]): readonly Job[] {
  return jobs.toSorted(compare);
}
