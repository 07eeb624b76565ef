import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { itemsBetween, placeOf, type GridLayout } from '@/utils/core/history/grid-layout';
import { LEAVING } from '../hooks/use-place';

/** A picture, and how far below the top of the window it stands, in CSS pixels. */
interface Anchor {
  readonly id: string;
  readonly offset: number;
}

/** What is shown, where, and by which question it was asked for. */
interface Shown {
  readonly ids: readonly string[];
  readonly layout: GridLayout;
  /** Another one whenever a person asked for something else. */
  readonly asked: string;
  /** Whether all that was asked for is there: a place is looked for only then. */
  readonly complete: boolean;
}

const SAVED_AFTER_MS = 150;

function savedAnchor(): Anchor | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('anchor' in state)) return undefined;
  const { anchor } = state;
  if (typeof anchor !== 'object' || anchor === null || !('id' in anchor) || !('offset' in anchor)) {
    return undefined;
  }
  const { id, offset } = anchor;
  return typeof id === 'string' && typeof offset === 'number' ? { id, offset } : undefined;
}

/** Whether this step of the browser's history was left somewhere below the top. */
export function isPlaceSaved(): boolean {
  return savedAnchor() !== undefined;
}

/**
 * Keeps a person's place: what they look at stays where it is when pictures come and go above it or the window changes
 * its width, and is there again after a reload and after Back.
 */
export function useKeptPlace(grid: HTMLElement | null, shown: Shown): void {
  const { ids, layout, asked, complete } = shown;
  const before = useRef<{ readonly anchor: Anchor | undefined; readonly asked: string | undefined }>({
    anchor: undefined,
    asked: undefined,
  });

  const gridTop = useCallback(() => grid?.getBoundingClientRect().top ?? 0, [grid]);

  const readAnchor = useCallback((): Anchor | undefined => {
    const top = gridTop();
    // At the very top a person wants to see what comes.
    if (top >= 0) return undefined;
    const [first] = itemsBetween(layout, -top, -top);
    const id = ids[first];
    return id === undefined ? undefined : { id, offset: top + placeOf(layout, first).top };
  }, [gridTop, ids, layout]);

  const goTo = useCallback(
    ({ id, offset }: Anchor): boolean => {
      const item = ids.indexOf(id);
      if (item < 0) return false;
      const by = gridTop() + placeOf(layout, item).top - offset;
      if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
      return true;
    },
    [gridTop, ids, layout],
  );

  useLayoutEffect(() => {
    if (before.current.asked === asked) {
      if (before.current.anchor) goTo(before.current.anchor);
    } else {
      const saved = savedAnchor();
      if (saved ? !goTo(saved) && !complete : ids.length === 0 && !complete) return;
      if (!saved && gridTop() < 0) scrollTo({ top: 0, behavior: 'instant' });
    }
    before.current = { anchor: readAnchor(), asked };
  }, [asked, complete, goTo, gridTop, ids, readAnchor]);

  useEffect(() => {
    // The browser would go back to a height, before there is anything at that height.
    history.scrollRestoration = 'manual';
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = (): void => {
      clearTimeout(timer);
      const { anchor } = before.current;
      const state: unknown = history.state;
      const kept = typeof state === 'object' && state !== null ? state : {};
      history.replaceState({ ...kept, anchor }, '');
    };
    const look = (): void => {
      before.current = { ...before.current, anchor: readAnchor() };
    };
    const scrolled = (): void => {
      look();
      clearTimeout(timer);
      timer = setTimeout(save, SAVED_AFTER_MS);
    };
    const leave = (): void => {
      look();
      save();
    };
    addEventListener('scroll', scrolled, { passive: true });
    // Chromium forgets what is written while a page is left, so that this is only for those that do not.
    addEventListener('pagehide', save);
    addEventListener(LEAVING, leave);
    addEventListener('popstate', scrolled);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', scrolled);
      removeEventListener('pagehide', save);
      removeEventListener(LEAVING, leave);
      removeEventListener('popstate', scrolled);
    };
  }, [readAnchor]);
}
