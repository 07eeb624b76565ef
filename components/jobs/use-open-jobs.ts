import { useMemo, useState } from 'react';
import { endedBadly, isOpen, type Job } from '@/utils/core/job/job';
import { useSeen } from './use-seen';

const NONE: readonly Job[] = [];

/**
 * Of the recent jobs those that still bring pictures, and those that ended badly: since the page was opened, or without
 * anybody having seen it. They stay after they were seen, until the page is opened again or they come to something.
 *
 * @param wanted id of a job that the page was opened for
 * @param isShown whether anybody sees them there; none otherwise
 */
export function useOpenJobs(
  recent: readonly Job[],
  see: () => void,
  wanted: string | undefined,
  isShown: boolean,
): readonly Job[] {
  const [noted, setNoted] = useState<ReadonlySet<string>>(new Set());
  const news = recent.filter(({ id, unseen }) => unseen !== undefined && !noted.has(id));
  if (news.length > 0) setNoted(new Set([...noted, ...news.map(({ id }) => id)]));
  useSeen(isShown ? recent : NONE, see);
  return useMemo(
    () =>
      isShown
        ? recent.filter(
            (job) =>
              isOpen(job.state) ||
              job.state === 'needs-permission' ||
              (endedBadly(job) && !job.dismissed && (noted.has(job.id) || job.id === wanted)),
          )
        : NONE,
    [recent, noted, wanted, isShown],
  );
}
