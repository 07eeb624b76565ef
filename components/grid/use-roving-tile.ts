import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { itemBeside, placeOf, type GridLayout } from '@/utils/core/history/grid-layout';
import type { SelectionControl } from './use-selection';

/** What the list of tiles must tell of. */
export interface TileHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A tile took the focus some other way. */
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

interface RovingTile {
  /** Number of the tile that Tab comes to. */
  readonly active: number;
  readonly handlers: TileHandlers;
  /** Brings a picture into view, and the focus to it. */
  readonly focus: (id: string) => void;
}

/** Space that stays free around a tile that was gone to, for the bar above and the next row, in CSS pixels. */
const MARGIN = 24;

/** How many rows are on the screen, at least one. */
function rowsOnScreen({ metrics }: GridLayout): number {
  return Math.max(1, Math.floor(innerHeight / metrics.rowHeight) - 1);
}

function target(layout: GridLayout, item: number, last: number, key: string): number | undefined {
  const isRightToLeft = document.dir === 'rtl';
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const rows = (step: 'up' | 'down', count: number): number => {
    let at = item;
    for (let row = 0; row < count; row += 1) at = itemBeside(layout, at, step);
    return at;
  };
  switch (key) {
    case forward:
      return Math.min(item + 1, last);
    case back:
      return Math.max(item - 1, 0);
    case 'ArrowDown':
      return rows('down', 1);
    case 'ArrowUp':
      return rows('up', 1);
    case 'PageDown':
      return rows('down', rowsOnScreen(layout));
    case 'PageUp':
      return rows('up', rowsOnScreen(layout));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/**
 * One tile of the grid takes the focus, and keys move it: the arrows, Home and End, Page Up and Page Down. With Shift they
 * choose everything on the way.
 * @param barHeight what covers the top of the window
 */
export function useRovingTile(
  grid: HTMLElement | null,
  ids: readonly string[],
  layout: GridLayout,
  barHeight: number,
  extend: SelectionControl['extend'],
): RovingTile {
  const [activeId, setActiveId] = useState<string>();
  const wanted = useRef<string>(undefined);
  const at = activeId === undefined ? 0 : ids.indexOf(activeId);
  // One that is gone leaves its place to the one that came after it.
  const [lastAt, setLastAt] = useState(0);
  if (at >= 0 && at !== lastAt) setLastAt(at);
  const active = at >= 0 ? at : Math.max(0, Math.min(lastAt, ids.length - 1));
  if (at < 0 && ids.length > 0) setActiveId(ids[active]);
  const hasFocus = useRef(false);

  const bringIntoView = (item: number): void => {
    const top = (grid?.getBoundingClientRect().top ?? 0) + placeOf(layout, item).top;
    const above = barHeight + layout.metrics.headingHeight;
    const below = top + layout.metrics.rowHeight + MARGIN - innerHeight;
    if (top < above) scrollBy({ top: top - above, behavior: 'instant' });
    else if (below > 0) scrollBy({ top: below, behavior: 'instant' });
  };

  const focus = (id: string): void => {
    const item = ids.indexOf(id);
    if (item < 0) return;
    setActiveId(id);
    bringIntoView(item);
    wanted.current = id;
    // It may be drawn already, and nothing else change.
    focusWanted();
  };

  function focusWanted(): void {
    // A tile that leaves takes the focus with it.
    if (hasFocus.current && document.activeElement === document.body) wanted.current ??= activeId;
    if (wanted.current === undefined) return;
    const tile = grid?.querySelector(`[data-item="${CSS.escape(wanted.current)}"] button`);
    if (!(tile instanceof HTMLElement)) return;
    wanted.current = undefined;
    tile.focus({ preventScroll: true });
  }

  useLayoutEffect(focusWanted);

  const handlers: TileHandlers = {
    onBlur() {
      hasFocus.current = false;
    },
    onFocus({ target: tile }) {
      hasFocus.current = true;
      const item = tile.closest('[data-item]');
      if (item instanceof HTMLElement) setActiveId(item.dataset['item']);
    },
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const item = target(layout, active, ids.length - 1, event.key);
      const [from, id] = [ids[active], item === undefined ? undefined : ids[item]];
      if (from === undefined || id === undefined) return;
      event.preventDefault();
      if (event.shiftKey) extend(from, id);
      focus(id);
    },
  };
  return { active, focus, handlers };
}
