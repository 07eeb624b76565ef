import type { AnnounceChange, Change } from '@/utils/core/change';

/** Keeps what a store announced, in order. */
export function recordChanges(): { readonly announce: AnnounceChange; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  return { announce: (change) => void changes.push(change), changes };
}
