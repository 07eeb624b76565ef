import { useCallback, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure';
import type { PictureEntry } from '@/utils/core/history';
import { createHistoryIndex } from '@/utils/core/history-index';
import { formatQuery, isNarrowed, withoutFilters } from '@/utils/core/history-query';
import type { Job } from '@/utils/core/job';
import { searchWords } from '@/utils/core/search';
import { TRASH_DAYS } from '@/utils/core/trash';
import type { StorageState } from '@/utils/core/unsaved-pictures';
import { t } from '@/utils/i18n/translate';
import { failureWords } from './failure-words';
import { HistoryBar } from './history-bar';
import css from './history-page.module.css';
import { EmptyHistory, NothingFound, UnreadableHistory } from './history-states';
import type { HistoryContents, HistoryLive } from './hooks/history-live';
import { useLive, useLiveValue, type Live } from './hooks/live';
import { useHeight } from './hooks/use-height';
import { needsNoIndex, useFilterCounts, useHistoryView } from './hooks/use-history-view';
import { usePlace } from './hooks/use-place';
import { useScrollToJob } from './hooks/use-scroll-to-job';
import type { JobCallbacks, UnsavedCallbacks } from './job-callbacks';
import { OpenJobs } from './open-jobs';
import { PictureGrid, type PictureGridHandle } from './picture-grid';
import { Toast, type ToastMessage } from './toast';
import { StorageNotice } from './storage-notice';
import { ViewerAtPlace, type PictureActions } from './viewer-at-place';

/** What the history page stands on, and what it asks of the world. */
export interface HistoryPageProps extends PictureActions {
  readonly history: HistoryLive;
  readonly jobs: Live<readonly Job[]>;
  readonly findJob: (id: string) => Promise<Job | undefined>;
  /** How many jobs wait for their turn. */
  readonly waiting: Live<number>;
  /** Whether storage works, and what it did not take. */
  readonly storage: Live<StorageState>;
  readonly on: JobCallbacks & UnsavedCallbacks;
  readonly remove: (entry: PictureEntry) => Promise<unknown>;
  readonly restore: (entry: PictureEntry) => Promise<unknown>;
  /** How many pictures are in the trash. */
  readonly trashed: Live<number>;
  readonly openOptions: () => void;
}

const NOTHING: HistoryContents = { ids: [], complete: false, index: createHistoryIndex(), indexed: false };

/** All pictures, or those that were asked for, and a viewer over them. */
export function HistoryPage(props: HistoryPageProps): ReactElement {
  const { history, remove, restore } = props;
  const snapshot = useLive(history);
  const [{ image, job, query }, { open, ask, showTrash }] = usePlace();
  const trashed = useLiveValue(props.trashed) ?? 0;
  const [toast, setToast] = useState<ToastMessage>();
  const [isFiltering, setFiltering] = useState(false);
  const [bar, setBar] = useState<HTMLDivElement | null>(null);
  const barHeight = useHeight(bar);
  const grid = useRef<PictureGridHandle>(null);
  const contents = snapshot.state === 'ready' ? snapshot.value : NOTHING;
  const view = useHistoryView(contents, query);
  const counts = useFilterCounts(contents, query, isFiltering);
  const isKnown = needsNoIndex(query) ? contents.complete : contents.indexed;
  const focus = useCallback((id: string) => grid.current?.focus(id), []);
  useScrollToJob(job, view.ids, contents.complete, props.findJob, focus);

  const dismiss = useCallback(() => setToast(undefined), []);
  const tellFailure = (thrown: unknown): void => setToast({ text: failureWords(failureOf(thrown)) });
  const removeWithUndo = async (entry: PictureEntry): Promise<void> => {
    await remove(entry);
    const undo = (): void => {
      setToast(undefined);
      restore(entry).catch(tellFailure);
    };
    setToast({
      text: t('history.deleted', { days: TRASH_DAYS }),
      action: { label: t('history.undo'), run: undo },
    });
  };
  const reuse = (entry: PictureEntry): void => {
    props.reuse(entry);
    setToast({ text: t('history.reused') });
  };
  const go = (next: string | undefined): void => {
    open(next);
    // Where a person turned pages to is where they are now.
    if (next === undefined && image !== undefined) focus(image);
  };

  const passing = <Toast message={toast} onLeave={dismiss} />;
  const isReady = snapshot.state === 'ready';
  const isEmpty = isReady && contents.complete && contents.ids.length === 0;
  const barStyle: CSSProperties & Record<'--bar-height', string> = { '--bar-height': `${barHeight}px` };

  return (
    <main className={css['page']} style={barStyle}>
      <HistoryBar
        ref={setBar}
        query={query}
        onAsk={ask}
        counts={counts}
        onToggle={() => setFiltering(!isFiltering)}
        found={view.ids.length}
        isLooking={isReady && !isKnown && !needsNoIndex(query)}
        isEmpty={isEmpty && !isNarrowed(query)}
        trashed={trashed}
        onOpenTrash={() => showTrash(true)}
        onOpenOptions={props.openOptions}
      />
      {snapshot.state === 'failed' && (
        <UnreadableHistory failure={snapshot.failure} onReload={history.reload} />
      )}
      {isEmpty && !isNarrowed(query) && <EmptyHistory />}
      {isReady && isKnown && isNarrowed(query) && view.ids.length === 0 && (
        <NothingFound onClear={() => ask(withoutFilters(query))} />
      )}
      <StorageNotice storage={props.storage} on={props.on} />
      {!isNarrowed(query) && (
        <OpenJobs jobs={props.jobs} waiting={props.waiting} wanted={job} on={props.on} />
      )}
      <PictureGrid
        ref={grid}
        view={view}
        rows={history.rows}
        asked={formatQuery(query).toString()}
        complete={isReady && isKnown}
        words={searchWords(query.text)}
        job={job}
        barHeight={barHeight}
        onOpen={go}
      />
      {image === undefined ? (
        passing
      ) : (
        <ViewerAtPlace
          image={image}
          ids={view.ids}
          rows={history.rows}
          page={{ ...props, reuse, remove: (entry) => void removeWithUndo(entry).catch(tellFailure) }}
          onGo={go}
        >
          {passing}
        </ViewerAtPlace>
      )}
    </main>
  );
}
