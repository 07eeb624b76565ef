import { useCallback, type ReactElement, type ReactNode } from 'react';
import type { Job } from '@/utils/core/job/job';
import { serverSite } from '@/utils/core/job/server-site';
import type { Settings } from '@/utils/core/server/settings';
import { useLiveValue, type Live } from '../hooks/live';
import { SiteContext } from './site-context';

interface SiteProviderProps {
  readonly settings: Live<Settings>;
  readonly children: ReactNode;
}

/** Offers the site of a server to the jobs below only where that server is set up here. */
export function SiteProvider({ settings, children }: SiteProviderProps): ReactElement {
  const providers = useLiveValue(settings)?.providers;
  const hasSite = useCallback(
    (job: Job) => providers !== undefined && serverSite(job, providers) !== undefined,
    [providers],
  );
  return <SiteContext value={hasSite}>{children}</SiteContext>;
}
