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

/** The list with some ids added and some taken out; the very same list where nothing changes. */
export function withIds(
  ids: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  let changed: string[] | undefined;
  const list = (): readonly string[] => changed ?? ids;
  for (const id of removed) {
    const rank = rankOf(list(), id);
    if (list()[rank] !== id) continue;
    changed ??= [...ids];
    changed.splice(rank, 1);
  }
  for (const id of added) {
    const rank = rankOf(list(), id);
    if (list()[rank] === id) continue;
    changed ??= [...ids];
    changed.splice(rank, 0, id);
  }
  return list();
}
