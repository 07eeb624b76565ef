import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { choose, chosenOf, extend, NO_SELECTION, stretchTo, toggle } from '@/utils/core/history/selection';

/** How one thing is chosen: for itself, or as the end of a stretch. */
export type Choice = 'one' | 'stretch';

/** What is chosen of a list, and the ways to choose. The functions stay the same between drawings. */
export interface SelectionControl {
  /** In the order of the list. */
  readonly chosen: readonly string[];
  readonly has: (id: string) => boolean;
  readonly take: (id: string, how: Choice) => void;
  /** Arrow keys with Shift went from one to another. */
  readonly extend: (from: string, to: string) => void;
  readonly takeAll: () => void;
  readonly clear: () => void;
  /** A frame is drawn from now on; what it touches is chosen beside what is chosen now, or in its place. */
  readonly beginFrame: () => void;
  readonly frame: (ids: readonly string[], how: 'add' | 'replace') => void;
}

/** Keeps what a person chose; what leaves the list is chosen no more as long as it is away. */
export function useSelection(ids: readonly string[]): SelectionControl {
  const [selection, setSelection] = useState(NO_SELECTION);
  const latest = useRef({ ids, selection });
  const base = useRef(selection);
  useLayoutEffect(() => {
    latest.current = { ids, selection };
  }, [ids, selection]);
  const chosen = useMemo(() => chosenOf(ids, selection), [ids, selection]);
  const members = useMemo(() => new Set(chosen), [chosen]);

  return {
    chosen,
    has: (id) => members.has(id),
    take: useCallback((id: string, how: Choice) => {
      setSelection((before) =>
        how === 'one' ? toggle(before, id) : stretchTo(before, latest.current.ids, id),
      );
    }, []),
    extend: useCallback((from: string, to: string) => {
      setSelection((before) => extend(before, latest.current.ids, from, to));
    }, []),
    takeAll: useCallback(() => setSelection((before) => choose(before, latest.current.ids, 'add')), []),
    clear: useCallback(() => setSelection(NO_SELECTION), []),
    beginFrame: useCallback(() => {
      base.current = latest.current.selection;
    }, []),
    frame: useCallback((touched: readonly string[], how: 'add' | 'replace') => {
      setSelection(choose(base.current, touched, how));
    }, []),
  };
}
