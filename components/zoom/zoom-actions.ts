import { actualFactor, FIT, isZoomed, panStep, zoomStep, zoomTo, type Zoom } from '@/utils/core/history/zoom';
import type { ChangeZoom } from './use-zoom-gestures';
import type { ZoomAction } from './zoom-keys';

/** What keys and buttons do to the view; arrows only where there is more to see than fits. */
export function zoomActions(zoom: Zoom, change: ChangeZoom): Partial<Record<ZoomAction, () => void>> {
  const pan = (x: number, y: number) => () => change((now, frame) => panStep(now, { x, y }, frame));
  return {
    zoomIn: () => change((now, frame) => zoomStep(now, 'in', frame)),
    zoomOut: () => change((now, frame) => zoomStep(now, 'out', frame)),
    fit: () => change(() => FIT),
    actualSize: () => change((now, frame) => zoomTo(now, actualFactor(frame), frame)),
    ...(isZoomed(zoom) && { left: pan(-1, 0), right: pan(1, 0), up: pan(0, -1), down: pan(0, 1) }),
  };
}
