/** Where an id stands, or would stand, in a list of ids that has the newest first. */
function rankOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ids[middle] ?? '') > id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Up to `count` ids that come after one; the first of all where it is `undefined`. */
export function idsAfter(ids: readonly string[], id: string | undefined, count: number): readonly string[] {
  if (id === undefined) return ids.slice(0, count);
  const rank = rankOf(ids, id);
  const from = ids[rank] === id ? rank + 1 : rank;
  return ids.slice(from, from + count);
}

function holds(ids: readonly string[], id: string): boolean {
  return ids[rankOf(ids, id)] === id;
}

/** Both lists in one, in their order. */
function merge(a: readonly string[], b: readonly string[]): readonly string[] {
  const merged: string[] = [];
  let [inA, inB] = [0, 0];
  while (inA < a.length || inB < b.length) {
    const [first, second] = [a[inA], b[inB]];
    if (second === undefined || (first !== undefined && first > second)) {
      merged.push(first ?? '');
      inA += 1;
    } else {
      merged.push(second);
      inB += 1;
    }
  }
  return merged;
}

/**
 * The list with some ids taken out and some added; the very same list where nothing changes. One pass, however many they
 * are.
 */
export function withIds(
  ids: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const gone = new Set(removed.filter((id) => holds(ids, id)));
  const kept = gone.size === 0 ? ids : ids.filter((id) => !gone.has(id));
  const fresh = [...new Set(added)].filter((id) => !holds(kept, id));
  if (fresh.length === 0) return kept;
  return merge(
    kept,
    fresh.toSorted((a, b) => (a < b ? 1 : -1)),
  );
}
