import type { ReactElement } from 'react';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import { useLiveValue, type Live } from '../hooks/live';
import { FailureNotice } from '../widgets/failure-notice';

/** Why the last click on the menu entry made no job; absent where it made one. */
export function MenuRefusal({ storage }: { readonly storage: Live<StorageState> }): ReactElement | null {
  const { refused } = useLiveValue(storage) ?? {};
  return refused ? <FailureNotice failure={refused} /> : null;
}
