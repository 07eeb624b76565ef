import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import { useLiveValue, type Live } from '../hooks/live';
import { UnsavedContext } from './unsaved-context';

interface UnsavedProviderProps {
  readonly storage: Live<StorageState>;
  readonly children: ReactNode;
}

/** Lets every job below say whether its pictures are in memory only. */
export function UnsavedProvider({ storage, children }: UnsavedProviderProps): ReactElement {
  const unsaved = useLiveValue(storage)?.unsaved;
  const ids = useMemo(() => new Set((unsaved ?? []).map(({ jobId }) => jobId)), [unsaved]);
  return <UnsavedContext value={ids}>{children}</UnsavedContext>;
}
