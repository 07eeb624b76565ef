import { createContext, useContext } from 'react';

/** Ids of the jobs whose pictures are in memory only, because storage refused them. */
export const UnsavedContext = createContext<ReadonlySet<string>>(new Set());

/** Whether pictures of a job are in memory only. */
export function useIsUnsaved(): (jobId: string) => boolean {
  const ids = useContext(UnsavedContext);
  return (jobId) => ids.has(jobId);
}
