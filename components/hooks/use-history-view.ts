import { useMemo } from 'react';
import { countFilters, findPictures, type FilterCounts } from '@/utils/core/find-pictures';
import { isNarrowed, type HistoryQuery } from '@/utils/core/history-query';
import {
  viewByAmount,
  viewByPage,
  viewByTime,
  viewOfIds,
  type HistoryView,
} from '@/utils/core/history-sections';
import type { PictureFacts } from '@/utils/core/picture-facts';
import type { HistoryContents } from './history-live';

/** What the index knows by now of the pictures, newest first. */
function factsOf({ ids, index }: HistoryContents): readonly PictureFacts[] {
  return ids.flatMap((id) => index.get(id) ?? []);
}

function arrange(found: readonly PictureFacts[], order: HistoryQuery['order']): HistoryView {
  switch (order) {
    case 'newest':
    case 'oldest':
      return viewByTime(found, order);
    case 'cost':
    case 'duration':
      return viewByAmount(found, order);
    case 'page':
      return viewByPage(found);
  }
}

/** Whether the ids alone tell what a query shows. */
export function needsNoIndex(query: HistoryQuery): boolean {
  return !isNarrowed(query) && (query.order === 'newest' || query.order === 'oldest');
}

/** What a query shows, as far as that is known. */
export function useHistoryView(contents: HistoryContents, query: HistoryQuery): HistoryView {
  const isPlain = needsNoIndex(query);
  const { ids } = contents;
  const plain = useMemo(
    () => (isPlain ? viewOfIds(query.order === 'oldest' ? ids.toReversed() : ids) : undefined),
    [isPlain, query.order, ids],
  );
  const found = useMemo(
    () => (isPlain ? undefined : arrange(findPictures(factsOf(contents), query), query.order)),
    [isPlain, contents, query],
  );
  return plain ?? found ?? { ids: [], sections: [] };
}

/** How many pictures each filter would show; nothing is counted while nobody looks. */
export function useFilterCounts(
  contents: HistoryContents,
  query: HistoryQuery,
  isShown: boolean,
): FilterCounts | undefined {
  return useMemo(
    () => (isShown ? countFilters(factsOf(contents), query) : undefined),
    [isShown, contents, query],
  );
}
