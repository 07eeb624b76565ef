import { useMemo, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { useLive } from '../hooks/live';
import type { PictureRows } from '../hooks/picture-rows';
import type { PictureActions } from '../viewer/viewer-at-place';
import { CompareViewer } from './compare-viewer';

interface CompareAtPlaceProps {
  readonly compared: readonly [string, string];
  readonly rows: PictureRows;
  readonly watchPicture: PictureActions['watchPicture'];
  readonly onCompare: (ids: readonly [string, string] | undefined) => void;
}

/** The picture as it stands in the database; the row of the grid stands in until that is read. */
function useEntry(
  id: string,
  { rows, watchPicture }: CompareAtPlaceProps,
): { readonly entry: PictureEntry | undefined; readonly isRead: boolean } {
  const snapshot = useLive(useMemo(() => watchPicture(id), [watchPicture, id]));
  const entry = snapshot.state === 'ready' ? snapshot.value : rows.get(id);
  return { entry, isRead: snapshot.state !== 'loading' || entry !== undefined };
}

/** The comparison of the two pictures that the address names. */
export function CompareAtPlace(props: CompareAtPlaceProps): ReactElement | null {
  const { compared, onCompare } = props;
  const [left, right] = compared;
  const [one, other] = [useEntry(left, props), useEntry(right, props)];
  if (!one.isRead || !other.isRead) return null;
  return (
    <CompareViewer
      left={one.entry}
      right={other.entry}
      onSwap={() => onCompare([right, left])}
      onClose={() => onCompare(undefined)}
    />
  );
}
