import type { ReactElement, ReactNode } from 'react';
import type { ReadyServer, SetupState } from '@/utils/core/connection/connect';
import { useLiveValue, type Live } from '../hooks/live';
import { ReadyServersContext } from './ready-servers';

const NONE: readonly ReadyServer[] = [];

interface ReadyServersProviderProps {
  readonly setup: Live<SetupState>;
  readonly children: ReactNode;
}

/** Offers the servers that can be called to the waiting jobs below. */
export function ReadyServersProvider({ setup, children }: ReadyServersProviderProps): ReactElement {
  const servers = useLiveValue(setup)?.readyServers ?? NONE;
  return <ReadyServersContext value={servers}>{children}</ReadyServersContext>;
}
