import { createContext, useContext } from 'react';
import type { Job } from '@/utils/core/job/job';

/** Whether the site of a job's server can be opened. */
export type HasSite = (job: Job) => boolean;

export const SiteContext = createContext<HasSite>(() => true);

/** Whether the site of a job's server can be opened: not where the server is not set up here. */
export function useHasSite(): HasSite {
  return useContext(SiteContext);
}
