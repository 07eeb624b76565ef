import { useEffect, useRef } from 'react';
import type { PictureEntry } from '@/utils/core/history';

/** Brings the pictures of a job into view, once, reading on until they are found. */
export function useScrollToJob(
  job: string | undefined,
  entries: readonly PictureEntry[],
  more: boolean,
  showOlder: () => void,
): void {
  const reached = useRef<string>(undefined);
  useEffect(() => {
    if (job === undefined || reached.current === job) return;
    if (!entries.some((entry) => entry.job.id === job)) {
      if (more) showOlder();
      return;
    }
    reached.current = job;
    document.querySelector(`[data-of-job="${CSS.escape(job)}"]`)?.scrollIntoView({ block: 'center' });
  }, [job, entries, more, showOlder]);
}
