import { useSyncExternalStore } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { createListeners } from './listeners';

/** The rows of pictures that are on the screen, or were not long ago. */
export interface PictureRows {
  get(id: string): PictureEntry | undefined;
  /** Reads what is not here yet. */
  want(ids: readonly string[]): void;
  /** Takes over rows that were read elsewhere. */
  put(entries: readonly PictureEntry[]): void;
  /** Takes over what became of rows that are here, and of the newest: of very many no more than fit. */
  update(entries: readonly PictureEntry[]): void;
  remove(ids: readonly string[]): void;
  subscribe(listener: () => void): () => void;
  /** Another one after each change. */
  version(): number;
}

/** Rows that stay: some screens. */
const MOST = 600;

/** So many changes at once bring rows that will be seen; of more, only those that are seen already are kept. */
const FEW = 100;

/**
 * Keeps rows for lists that show ids. What was wanted longest ago goes first.
 * @param read tells of its own failures, and never throws
 */
export function createPictureRows(
  read: (ids: readonly string[]) => Promise<readonly PictureEntry[]>,
): PictureRows {
  const rows = new Map<string, PictureEntry>();
  const underWay = new Set<string>();
  const listeners = createListeners();
  let version = 0;

  const changed = (): void => {
    version += 1;
    listeners.tell();
  };

  const keep = (entries: readonly PictureEntry[]): void => {
    for (const entry of entries) rows.set(entry.picture.id, entry);
    for (const [id] of rows) {
      if (rows.size <= MOST) break;
      rows.delete(id);
    }
    if (entries.length > 0) changed();
  };

  async function readMissing(ids: readonly string[]): Promise<void> {
    for (const id of ids) underWay.add(id);
    keep(await read(ids));
    for (const id of ids) underWay.delete(id);
  }

  return {
    get: (id) => rows.get(id),
    want(ids) {
      for (const id of ids) {
        const row = rows.get(id);
        // Wanted again: it goes to the end of those that may leave.
        if (row && rows.delete(id)) rows.set(id, row);
      }
      const missing = ids.filter((id) => !rows.has(id) && !underWay.has(id));
      if (missing.length > 0) void readMissing(missing);
    },
    put: keep,
    update(entries) {
      keep(entries.length <= FEW ? entries : entries.filter(({ picture }) => rows.has(picture.id)));
    },
    remove(ids) {
      const before = rows.size;
      for (const id of ids) rows.delete(id);
      if (rows.size < before) changed();
    },
    subscribe: listeners.subscribe,
    version: () => version,
  };
}

/** Draws the component again whenever rows came. */
export function usePictureRows(rows: PictureRows): void {
  useSyncExternalStore(rows.subscribe, rows.version);
}
