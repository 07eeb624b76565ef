import { useEffect, useRef } from 'react';
import {
  isZoomed,
  panBy,
  toggleZoom,
  zoomTo,
  type Offset,
  type Zoom,
  type ZoomFrame,
} from '@/utils/core/history/zoom';

/** Says what the view becomes, from what it is. */
export type ChangeZoom = (change: (zoom: Zoom, frame: ZoomFrame) => Zoom) => void;

/** How much a turn of the wheel by one pixel zooms; a pinch on a touchpad comes as a wheel with Ctrl and small turns. */
const WHEEL = 0.002;
const PINCH = 0.01;

/** Pixels of a line, where a browser counts a wheel in lines. */
const LINE = 16;

function distance(one: Offset, other: Offset): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Zooms by wheel, pinch and double click, and moves by dragging, wherever that happens inside the element. */
export function useZoomGestures(element: HTMLElement | null, change: ChangeZoom): void {
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });

  useEffect(() => {
    if (!element) return undefined;
    const pointers = new Map<number, Offset>();

    const fromMiddle = ({ clientX, clientY }: MouseEvent): Offset => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
    };
    const isControl = ({ target }: Event): boolean =>
      target instanceof Element && target.closest('button') !== null;

    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const turn = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
      const by = Math.exp(-turn * (event.ctrlKey ? PINCH : WHEEL));
      latest.current((zoom, frame) => zoomTo(zoom, zoom.factor * by, frame, fromMiddle(event)));
    };
    const doubleClick = (event: MouseEvent): void => {
      if (!isControl(event)) latest.current((zoom, frame) => toggleZoom(zoom, frame, fromMiddle(event)));
    };
    const down = (event: PointerEvent): void => {
      if (event.button === 0 && !isControl(event)) pointers.set(event.pointerId, fromMiddle(event));
    };
    const move = (event: PointerEvent): void => {
      const from = pointers.get(event.pointerId);
      if (!from) return;
      const to = fromMiddle(event);
      pointers.set(event.pointerId, to);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      latest.current((zoom, frame) => {
        if (other) {
          const by = distance(to, other) / Math.max(1, distance(from, other));
          return zoomTo(zoom, zoom.factor * by, frame, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 });
        }
        return isZoomed(zoom) ? panBy(zoom, { x: to.x - from.x, y: to.y - from.y }, frame) : zoom;
      });
    };
    const up = ({ pointerId }: PointerEvent): void => void pointers.delete(pointerId);

    // React listens passively, and the page would scroll or zoom as a whole.
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('dblclick', doubleClick);
    element.addEventListener('pointerdown', down);
    // A hand that leaves the frame goes on dragging.
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('dblclick', doubleClick);
      element.removeEventListener('pointerdown', down);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
    };
  }, [element]);
}
