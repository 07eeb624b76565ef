import { useCallback, useSyncExternalStore, type RefObject } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

function isFull(): boolean {
  return (document.fullscreenElement ?? null) !== null;
}

/** Leaves full screen, and tells whether there was one: what was drawn last may not know of it yet. */
export function leaveFullScreen(): boolean {
  if (!isFull()) return false;
  // The browser may leave it at the same moment.
  document.exitFullscreen().catch(() => undefined);
  return true;
}

/** Whether something fills the screen, and the way in and out for an element; called in the turn of a click. */
export function useFullScreen(element: RefObject<HTMLElement | null>): [boolean, () => void] {
  const full = useSyncExternalStore(subscribe, isFull);
  const toggle = useCallback(() => {
    // Where the browser refuses, the picture stays as large as it is.
    if (!leaveFullScreen()) element.current?.requestFullscreen().catch(() => undefined);
  }, [element]);
  return [full, toggle];
}
