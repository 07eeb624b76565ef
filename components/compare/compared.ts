import type { PictureEntry } from '@/utils/core/history/history';
import type { Zoom, ZoomFrame } from '@/utils/core/history/zoom';
import type { ChangeZoom } from '../zoom/use-zoom-gestures';

/** Two pictures that are looked at alike. */
export interface ComparedProps {
  readonly left: PictureEntry;
  readonly right: PictureEntry;
  readonly zoom: Zoom;
  /** What gestures on a picture do to the view of both. */
  readonly onZoom: (entry: PictureEntry) => ChangeZoom;
  /** How a picture lies in its frame; `undefined` until that is measured. */
  readonly frameOf: (entry: PictureEntry) => ZoomFrame | undefined;
  /** Told of the element that frames a picture. */
  readonly onElement: (element: HTMLDivElement | null) => void;
}
