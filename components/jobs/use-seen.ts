import { useEffect } from 'react';
import type { Job } from '@/utils/core/job/job';

/** Says that a person has seen the jobs that ended badly, as soon as they are shown where somebody can see them. */
export function useSeen(jobs: readonly Job[], see: () => void): void {
  const unseen = jobs.some((job) => job.unseen !== undefined);
  useEffect(() => {
    if (!unseen) return undefined;
    const look = (): void => {
      if (document.visibilityState === 'visible') see();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [unseen, see]);
}
