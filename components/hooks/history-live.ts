import type { HistoryReader, PictureEntry } from '@/utils/core/history';
import { searchWords } from '@/utils/core/search';
import { createLive, type Live } from './live';

/** The newest part of the history, as far as a person scrolled. */
export interface HistoryWindow {
  /** What was searched for; empty when everything is shown. */
  readonly query: string;
  readonly entries: readonly PictureEntry[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export interface HistoryLive extends Live<HistoryWindow> {
  showOlder(): void;
  /** Shows only what has all the words; an empty query shows everything. */
  search(query: string): void;
}

/** Some screens of tiles. */
const STEP = 60;

/** Reads the history newest first, a range of keys at a time, and again after each change. */
export function createHistoryLive(
  reader: HistoryReader,
  watch: (onChange: () => void) => () => void,
): HistoryLive {
  let wanted = STEP;
  let query = '';
  const live = createLive(async () => {
    const asked = query;
    const entries = await reader.pictures(undefined, wanted + 1, searchWords(asked));
    return { query: asked, entries: entries.slice(0, wanted), more: entries.length > wanted };
  }, watch);
  return {
    ...live,
    showOlder() {
      wanted += STEP;
      live.reload();
    },
    search(next) {
      query = next;
      wanted = STEP;
      live.reload();
    },
  };
}
