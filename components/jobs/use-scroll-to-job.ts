import { useEffect, useRef } from 'react';
import type { Job } from '@/utils/core/job/job';

/** Brings the first picture of a job into view, or the job itself where it has none, once, as soon as it is listed. */
export function useScrollToJob(
  job: string | undefined,
  ids: readonly string[],
  complete: boolean,
  findJob: (id: string) => Promise<Job | undefined>,
  show: (id: string) => void,
): void {
  const reached = useRef<string>(undefined);
  useEffect(() => {
    if (job === undefined || !complete || reached.current === job) return undefined;
    let left = false;
    const find = async (): Promise<void> => {
      const found = await findJob(job);
      const listed = [...(found?.pictureIds ?? []), job].find((id) => ids.includes(id));
      if (left || listed === undefined) return;
      reached.current = job;
      show(listed);
    };
    // The list of jobs above says what is wrong with the database.
    find().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [job, ids, complete, findJob, show]);
}
