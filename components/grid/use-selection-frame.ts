import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { itemsIn, type GridArea, type GridLayout } from '@/utils/core/history/grid-layout';
import { TILE_GAP } from './use-grid-metrics';
import type { SelectionControl } from './use-selection';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A hand that shakes draws no frame: so far the pointer must go first, in CSS pixels. */
const LEAST = 6;

/** Nearer than that to the edge of the window, the page scrolls along. */
const EDGE = 48;

/** How far it scrolls in each drawn frame, at the very edge. */
const FASTEST = 28;

/** A point of the window as a point of the grid, from the edge where lines begin. */
function pointIn(grid: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, right, top } = grid.getBoundingClientRect();
  return { x: document.dir === 'rtl' ? right - clientX : clientX - left, y: clientY - top };
}

function areaBetween(a: Point, b: Point): GridArea {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}

/** How far to scroll while the pointer is held at this height of the window. */
function scrollStep(y: number): number {
  if (y < EDGE) return -FASTEST * Math.min(1, (EDGE - y) / EDGE);
  const below = y - (innerHeight - EDGE);
  return below > 0 ? FASTEST * Math.min(1, below / EDGE) : 0;
}

interface SelectionFrame {
  /** What is drawn, while it is. */
  readonly area: GridArea | undefined;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** A frame that a mouse draws around pictures to choose them; it may begin on a picture, and the page scrolls along. */
export function useSelectionFrame(
  grid: HTMLElement | null,
  ids: readonly string[],
  layout: GridLayout,
  { beginFrame, frame }: Pick<SelectionControl, 'beginFrame' | 'frame'>,
): SelectionFrame {
  const [area, setArea] = useState<GridArea>();
  const now = useRef({ ids, layout });
  useEffect(() => {
    now.current = { ids, layout };
  }, [ids, layout]);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback(
    (down: PointerEvent): void => {
      const { button, pointerType, target, ctrlKey, metaKey, shiftKey } = down;
      if (!grid || button !== 0 || pointerType !== 'mouse') return;
      // A box to tick, a link or a button inside a tile is meant itself.
      if (target instanceof Element && target.closest('input, a, [data-action], output')) return;
      const how = ctrlKey || metaKey || shiftKey ? 'add' : 'replace';
      const start = pointIn(grid, down);
      let last = { clientX: down.clientX, clientY: down.clientY };
      let isDrawing = false;
      let scrolling = 0;

      const draw = (): void => {
        const drawn = areaBetween(start, pointIn(grid, last));
        setArea(drawn);
        const touched = itemsIn(now.current.layout, drawn, TILE_GAP);
        frame(
          touched.flatMap((item) => now.current.ids[item] ?? []),
          how,
        );
      };
      const scrollAlong = (): void => {
        const step = scrollStep(last.clientY);
        if (step !== 0) {
          scrollBy({ top: step, behavior: 'instant' });
          draw();
        }
        scrolling = requestAnimationFrame(scrollAlong);
      };
      const move = (event: globalThis.PointerEvent): void => {
        last = { clientX: event.clientX, clientY: event.clientY };
        if (!isDrawing) {
          const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
          if (far < LEAST) return;
          isDrawing = true;
          beginFrame();
          scrolling = requestAnimationFrame(scrollAlong);
        }
        draw();
      };
      const end = (): void => {
        stop.current = undefined;
        cancelAnimationFrame(scrolling);
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
        if (!isDrawing) return;
        setArea(undefined);
        // The click that follows on a picture is the end of the frame, and no click.
        const swallow = (click: MouseEvent): void => click.stopPropagation();
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      };
      stop.current = end;
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
    },
    [grid, beginFrame, frame],
  );

  return { area, onPointerDown };
}
