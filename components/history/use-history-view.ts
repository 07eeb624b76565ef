import { useMemo } from 'react';
import { countFilters, findPictures, type FilterCounts } from '@/utils/core/history/find-pictures';
import { isNarrowed, type HistoryQuery } from '@/utils/core/history/history-query';
import {
  viewByAmount,
  viewByPage,
  viewByTime,
  viewOfIds,
  withJobCounts,
  type HistoryView,
} from '@/utils/core/history/history-sections';
import { isPicture, type PictureFacts } from '@/utils/core/history/picture-facts';
import { stackVersions, versionsOf } from '@/utils/core/history/stack-versions';
import { withIds } from '@/utils/core/text/sorted-ids';
import type { HistoryContents } from './history-live';

/** What the index knows by now of these, in their order. */
function factsOf(ids: readonly string[], { index }: HistoryContents): readonly PictureFacts[] {
  return ids.flatMap((id) => index.get(id) ?? []);
}

function arrange(found: readonly PictureFacts[], order: HistoryQuery['order']): HistoryView {
  switch (order) {
    case 'newest':
    case 'oldest':
      return viewByTime(found, order);
    case 'cost':
    case 'duration':
    case 'size':
      return viewByAmount(found, order);
    case 'page':
      return viewByPage(found);
  }
}

const NOTHING: HistoryView = { ids: [], sections: [] };
function viewOf(found: readonly PictureFacts[], { stacked, order }: HistoryQuery): HistoryView {
  if (!stacked) return arrange(found, order);
  const { tops, stacks } = stackVersions(found);
  return { ...arrange(tops, order), stacks, behind: found.filter(isPicture).length };
}

/** Whether the ids alone tell what a query shows. */
export function needsNoIndex(query: HistoryQuery): boolean {
  return !isNarrowed(query) && (query.order === 'newest' || query.order === 'oldest');
}

/**
 * What a query shows, as far as that is known.
 * @param jobs ids of jobs that stand between the pictures
 */
export function useHistoryView(
  contents: HistoryContents,
  jobs: readonly string[],
  query: HistoryQuery,
): HistoryView {
  const isPlain = needsNoIndex(query);
  const { unfinished } = contents;
  const ids = useMemo(() => withIds(contents.ids, jobs, []), [contents.ids, jobs]);
  const plain = useMemo(
    () => (isPlain ? viewOfIds(query.order === 'oldest' ? ids.toReversed() : ids) : undefined),
    [isPlain, query.order, ids],
  );
  const found = useMemo(
    () => (isPlain ? undefined : viewOf(findPictures(factsOf(ids, contents), query), query)),
    [isPlain, ids, contents, query],
  );
  const view = plain ?? found ?? NOTHING;
  return useMemo(
    () => (jobs.length === 0 ? view : withJobCounts(view, (id) => unfinished.has(id))),
    [view, jobs, unfinished],
  );
}

/** How many pictures each filter would show; nothing is counted while nobody looks. */
export function useFilterCounts(
  contents: HistoryContents,
  query: HistoryQuery,
  isShown: boolean,
): FilterCounts | undefined {
  return useMemo(
    () =>
      isShown
        ? countFilters(factsOf(withIds(contents.ids, [...contents.unfinished.keys()], []), contents), query)
        : undefined,
    [isShown, contents, query],
  );
}

/** Ids of all versions of a picture, newest first, as far as they are known; of one that is not shown, none. */
export function useVersions(contents: HistoryContents, image: string | undefined): readonly string[] {
  const isWanted = image !== undefined;
  // Turning pages must not gather everything that is known anew.
  const facts = useMemo(() => (isWanted ? factsOf(contents.ids, contents) : []), [contents, isWanted]);
  return useMemo(() => (image === undefined ? [] : versionsOf(facts, image)), [facts, image]);
}
