import { isPlaceSaved } from '@/components/grid/use-kept-place';
import { createHistoryLive, type HistoryLive } from '@/components/history/history-live';
import { untilIdle } from '@/utils/browser/idle';
import type { HistoryReader, PictureListReader } from '@/utils/core/history/history';
import { listenForChanges } from '@/utils/messaging/change-feed';

/** Joins the list of pictures with the database and the feed of changes. */
export function composeList({ job }: Pick<HistoryReader, 'job'>, lists: PictureListReader): HistoryLive {
  return createHistoryLive({
    ...lists,
    job,
    watch: listenForChanges,
    untilIdle,
    wanted: isPlaceSaved() ? 'all' : 'newest',
  });
}
