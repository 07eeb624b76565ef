import { useState } from 'react';
import { isOpen, type Job } from '@/utils/core/job/job';

const NONE: ReadonlySet<string> = new Set();

/**
 * Ids of the jobs whose pictures are shown large: the newest one when the page opens, and each that ends while it is
 * open. They stay large, so that no picture shrinks under the eyes of its reader.
 * @param jobs newest first
 */
export function useLargeJobs(jobs: readonly Job[]): ReadonlySet<string> {
  const [large, setLarge] = useState(NONE);
  const added = jobs.filter(
    (job, place) => !large.has(job.id) && (isOpen(job.state) || (large.size === 0 && place === 0)),
  );
  if (added.length > 0) setLarge(new Set([...large, ...added.map(({ id }) => id)]));
  return large;
}
