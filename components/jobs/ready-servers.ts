import { createContext, useContext } from 'react';
import type { ReadyServer } from '@/utils/core/connection/connect';
import type { Job } from '@/utils/core/job/job';

/** Servers that can be called as things stand, the chosen one first. */
export const ReadyServersContext = createContext<readonly ReadyServer[]>([]);

/** The server to offer to a job that waits for a key or for access; `undefined` where there is none. */
export function useServerFor({ waitingFor, providerId }: Job): ReadyServer | undefined {
  const servers = useContext(ReadyServersContext);
  if (waitingFor !== 'key' && waitingFor !== 'access') return undefined;
  return servers.find(({ id }) => id !== providerId);
}
