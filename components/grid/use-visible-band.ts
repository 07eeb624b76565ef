import { useCallback, useSyncExternalStore } from 'react';

/** Part of the grid's height. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The grid is drawn again only when it moved this far, in CSS pixels. */
const STEP = 160;

function subscribe(listener: () => void): () => void {
  addEventListener('scroll', listener, { passive: true });
  addEventListener('resize', listener);
  return () => {
    removeEventListener('scroll', listener);
    removeEventListener('resize', listener);
  };
}

/** The part of the grid that is on the screen, and a screen more above and below, in coarse steps. */
export function useVisibleBand(grid: HTMLElement | null): Band {
  const read = useCallback(() => {
    const offset = -(grid?.getBoundingClientRect().top ?? 0);
    return Math.floor(offset / STEP) * STEP;
  }, [grid]);
  const offset = useSyncExternalStore(subscribe, read);
  const screen = useSyncExternalStore(subscribe, () => innerHeight);
  return { top: offset - screen * 0.75, bottom: offset + STEP + screen * 1.75 };
}
