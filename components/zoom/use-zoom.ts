import { useCallback, useState } from 'react';
import { FIT, type Zoom } from '@/utils/core/history/zoom';

/** The view of what is shown, which begins with all of it whenever something else is shown. */
export function useZoom(shown: string | undefined): [Zoom, (change: (zoom: Zoom) => Zoom) => void] {
  const [kept, setKept] = useState({ shown, zoom: FIT });
  const zoom = kept.shown === shown ? kept.zoom : FIT;
  const change = useCallback(
    (next: (zoom: Zoom) => Zoom) =>
      setKept((before) => ({ shown, zoom: next(before.shown === shown ? before.zoom : FIT) })),
    [shown],
  );
  return [zoom, change];
}
