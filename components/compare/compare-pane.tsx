import { useState, type ReactElement, type ReactNode } from 'react';
import { isZoomed, type Zoom } from '@/utils/core/history/zoom';
import { useZoomGestures, type ChangeZoom } from '../zoom/use-zoom-gestures';
import css from './compare-viewer.module.css';

interface ComparePaneProps {
  readonly zoom: Zoom;
  readonly onZoom: ChangeZoom;
  /** Told of its element, where somebody measures it. */
  readonly onElement?: ((element: HTMLDivElement | null) => void) | undefined;
  readonly children: ReactNode;
}

/** A frame to look at a picture closely, with a view that is shared with another one. */
export function ComparePane({ zoom, onZoom, onElement, children }: ComparePaneProps): ReactElement {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useZoomGestures(element, onZoom);
  return (
    <div
      ref={(found) => {
        setElement(found);
        onElement?.(found);
      }}
      className={css['pane']}
      data-zoomed={isZoomed(zoom) ? '' : undefined}
    >
      {children}
    </div>
  );
}
