import { useMemo } from 'react';
import { createHistoryIndex } from '@/utils/core/history/history-index';
import { isNarrowed, type HistoryQuery } from '@/utils/core/history/history-query';
import type { HistoryView } from '@/utils/core/history/history-sections';
import type { Job } from '@/utils/core/job/job';
import { useLive, useLiveValue, type Live, type Snapshot } from '../hooks/live';
import { useOpenJobs } from '../jobs/use-open-jobs';
import type { HistoryContents, HistoryLive } from './history-live';
import { needsNoIndex, useHistoryView } from './use-history-view';

const NOTHING: HistoryContents = {
  ids: [],
  complete: false,
  unfinished: new Map(),
  index: createHistoryIndex(),
  indexed: false,
};

const NO_JOBS: readonly Job[] = [];

/** What there is of the history, and what of it is shown where. */
export interface ShownHistory {
  readonly snapshot: Snapshot<HistoryContents>;
  readonly contents: HistoryContents;
  /** The newest jobs, and those of them that stand above the pictures. */
  readonly recent: readonly Job[];
  readonly open: readonly Job[];
  /** Pictures, and the jobs that do not stand above, in their order. */
  readonly view: HistoryView;
  /** The pictures of the view alone. */
  readonly pictureIds: readonly string[];
  /** Whether the view is all that was asked for. */
  readonly isKnown: boolean;
}

interface Sources {
  readonly history: HistoryLive;
  readonly jobs: Live<readonly Job[]>;
  /** Says that bad ends were seen. */
  readonly see: () => void;
}

/**
 * What the history shows of what was asked for.
 * @param wanted id of a job that the page was opened for
 */
export function useShownHistory(
  { history, jobs, see }: Sources,
  query: HistoryQuery,
  wanted: string | undefined,
): ShownHistory {
  const snapshot = useLive(history);
  const contents = snapshot.state === 'ready' ? snapshot.value : NOTHING;
  const recent = useLiveValue(jobs) ?? NO_JOBS;
  const open = useOpenJobs(recent, see, wanted, !isNarrowed(query));
  const { unfinished } = contents;
  const standing = useMemo(() => {
    const above = new Set(open.map(({ id }) => id));
    return [...unfinished.keys()].filter((id) => !above.has(id));
  }, [unfinished, open]);
  const view = useHistoryView(contents, standing, query);
  const pictureIds = useMemo(
    () => (standing.length === 0 ? view.ids : view.ids.filter((id) => !unfinished.has(id))),
    [view, standing, unfinished],
  );
  const isKnown = needsNoIndex(query) ? contents.complete : contents.indexed;
  return { snapshot, contents, recent, open, view, pictureIds, isKnown };
}
