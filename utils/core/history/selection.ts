/**
 * Which things of a list are chosen, as lists of files do it: one click is where a stretch begins, and a click with Shift
 * is where it ends; another end takes the place of the last one.
 */
export interface Selection {
  /** Chosen one by one, or by stretches that are finished. */
  readonly picked: ReadonlySet<string>;
  /** Where a stretch begins. */
  readonly anchor?: string;
  /** Chosen by the stretch that can still be changed. */
  readonly stretch: readonly string[];
}

export const NO_SELECTION: Selection = { picked: new Set(), stretch: [] };

/** Everything chosen, as a set. */
function chosenIds({ picked, stretch }: Selection): ReadonlySet<string> {
  return stretch.length === 0 ? picked : new Set([...picked, ...stretch]);
}

/** Chooses one more, or no longer; the next stretch begins there. */
export function toggle(selection: Selection, id: string): Selection {
  const picked = new Set(chosenIds(selection));
  if (!picked.delete(id)) picked.add(id);
  return { picked, anchor: id, stretch: [] };
}

/** Chooses everything from where the stretch begins to this one; from this one alone where none begins. */
export function stretchTo(selection: Selection, ids: readonly string[], id: string): Selection {
  const end = ids.indexOf(id);
  if (end < 0) return selection;
  const begin = selection.anchor === undefined ? end : Math.max(0, ids.indexOf(selection.anchor));
  const stretch = ids.slice(Math.min(begin, end), Math.max(begin, end) + 1);
  return { picked: selection.picked, anchor: ids[begin] ?? id, stretch };
}

/** Goes on with the stretch that ends at one, or begins another there, to a second one: what arrow keys with Shift do. */
export function extend(selection: Selection, ids: readonly string[], from: string, to: string): Selection {
  const { anchor, stretch } = selection;
  const end = stretch.at(stretch[0] === anchor ? -1 : 0);
  const base = end === from ? selection : { picked: chosenIds(selection), anchor: from, stretch: [] };
  return stretchTo(base, ids, to);
}

/** Chooses these, beside what is chosen or in place of it; the last one is where a stretch begins. */
export function choose(selection: Selection, ids: readonly string[], how: 'add' | 'replace'): Selection {
  const anchor = ids.at(-1) ?? selection.anchor;
  return {
    picked: how === 'add' ? new Set([...chosenIds(selection), ...ids]) : new Set(ids),
    ...(anchor !== undefined && { anchor }),
    stretch: [],
  };
}

/** What is chosen of a list, in its order: nobody does anything to what they do not see. */
export function chosenOf(ids: readonly string[], selection: Selection): readonly string[] {
  const chosen = chosenIds(selection);
  return chosen.size === 0 ? [] : ids.filter((id) => chosen.has(id));
}
