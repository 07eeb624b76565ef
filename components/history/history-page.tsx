import { useCallback, useMemo, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import { formatQuery, isNarrowed, withoutFilters } from '@/utils/core/history/history-query';
import type { Job } from '@/utils/core/job/job';
import { searchWords } from '@/utils/core/text/search';
import { t } from '@/utils/i18n/translate';
import { CompareAtPlace } from '../compare/compare-at-place';
import { PictureGrid, type PictureGridHandle } from '../grid/picture-grid';
import { useSelection } from '../grid/use-selection';
import { useLiveValue, type Live } from '../hooks/live';
import { usePlace } from '../hooks/use-place';
import type { JobCallbacks } from '../jobs/job-callbacks';
import { JobDialog } from '../jobs/job-dialog';
import { OpenJobs } from '../jobs/open-jobs';
import { StorageNotice } from '../jobs/storage-notice';
import { UnsavedProvider } from '../jobs/unsaved-provider';
import { useScrollToJob } from '../jobs/use-scroll-to-job';
import type { Transfer } from '../transfer/use-transfer';
import { toldViewerActions } from '../viewer/told-viewer-actions';
import { placeAmong, ViewerAtPlace, type PictureActions } from '../viewer/viewer-at-place';
import { DialogBoundary } from '../widgets/dialog-boundary';
import { FaultBoundary } from '../widgets/fault-boundary';
import { Toast } from '../widgets/toast';
import { useToast } from '../widgets/use-toast';
import { HistoryBar } from './history-bar';
import type { HistoryLive } from './history-live';
import css from './history-page.module.css';
import { EmptyHistory, NothingFound, UnreadableHistory } from './history-states';
import { SelectionBar } from './selection-bar';
import { areFavorites, tellOfActions, type BulkActions } from './told-actions';
import { useHeight } from './use-height';
import { useHistoryKeys } from './use-history-keys';
import { needsNoIndex, useFilterCounts, useVersions } from './use-history-view';
import { useShownHistory } from './use-shown-history';

/** What the history page stands on, and what it asks of the world. */
export interface HistoryPageProps extends PictureActions {
  readonly history: HistoryLive;
  readonly jobs: Live<readonly Job[]>;
  readonly findJob: (id: string) => Promise<Job | undefined>;
  /** How many jobs wait for their turn. */
  readonly waiting: Live<number>;
  /** Whether storage works, and what it did not take. */
  readonly storage: Live<StorageState>;
  readonly on: JobCallbacks;
  readonly bulk: BulkActions;
  /** Leaves a job that came to nothing out of the history, or shows it there again. */
  readonly dismissJob: (job: Job, dismissed: boolean) => Promise<unknown>;
  /** How many pictures are in the trash. */
  readonly trashed: Live<number>;
  readonly openOptions: () => void;
  /** Ways to take pictures elsewhere and to bring them back. */
  readonly transfer: Transfer;
}

/** All pictures, or those that were asked for, and a viewer over them. */
export function HistoryPage(props: HistoryPageProps): ReactElement {
  const { history, bulk, dismissJob } = props;
  const [{ image, compared, job, query }, { open, compare, ask, visit }] = usePlace();
  const on = useMemo(() => ({ ...props.on, openStorage: () => visit('storage') }), [props.on, visit]);
  const shown = useShownHistory({ history, jobs: props.jobs, see: on.see }, query, job);
  const { snapshot, contents, view, pictureIds, isKnown } = shown;
  const trashed = useLiveValue(props.trashed) ?? 0;
  const waiting = useLiveValue(props.waiting) ?? 0;
  const toast = useToast();
  const [isFiltering, setFiltering] = useState(false);
  const [openJob, setOpenJob] = useState<string>();
  const [bar, setBar] = useState<HTMLDivElement | null>(null);
  const barHeight = useHeight(bar);
  const grid = useRef<PictureGridHandle>(null);
  const versions = useVersions(contents, image);
  const counts = useFilterCounts(contents, query, isFiltering);
  const selection = useSelection(pictureIds);
  const { download, transfer } = props;
  const actions = useMemo(() => {
    const downloadAll = (ids: readonly string[]): void => {
      const [only = ''] = ids;
      const entry = ids.length === 1 ? history.rows.get(only) : undefined;
      if (entry) download(entry);
      else transfer.exportPictures(ids);
    };
    return tellOfActions(bulk, toast, contents.index, downloadAll);
  }, [bulk, toast, contents.index, history.rows, download, transfer]);
  const keys = useHistoryKeys({ selection, isKnown, on: actions, undo: toast.message?.action?.run });
  const focus = useCallback((id: string) => grid.current?.focus(id), []);
  useScrollToJob(job, view.ids, contents.complete, props.findJob, focus);
  const words = useMemo(() => searchWords(query.text), [query.text]);

  const go = useCallback(
    (next: string | undefined): void => {
      open(next);
      // Where a person turned pages to is where they are now.
      if (next === undefined && image !== undefined) {
        focus(pictureIds[placeAmong(pictureIds, image, versions)] ?? image);
      }
    },
    [open, image, focus, pictureIds, versions],
  );
  const dismiss = useCallback(
    (one: Job) => toast.sayDone(dismissJob(one, true), t('jobs.dismissed'), () => dismissJob(one, false)),
    [dismissJob, toast],
  );
  const showJob = useCallback(({ id }: Job) => setOpenJob(id), []);

  const passing = <Toast message={toast.message} onLeave={toast.dismiss} />;
  const isReady = snapshot.state === 'ready';
  const narrowed = isNarrowed(query);
  const isEmpty = isReady && contents.complete && contents.ids.length === 0 && !narrowed;
  const lookedAt = openJob === undefined ? undefined : contents.unfinished.get(openJob);
  const barStyle: CSSProperties & Record<'--bar-height', string> = { '--bar-height': `${barHeight}px` };

  return (
    <main
      className={css['page']}
      style={barStyle}
      data-choosing={selection.chosen.length > 0 ? '' : undefined}
    >
      <HistoryBar
        ref={setBar}
        query={query}
        onAsk={ask}
        counts={counts}
        onToggle={() => setFiltering(!isFiltering)}
        found={pictureIds.length}
        foundJobs={view.ids.length - pictureIds.length}
        behind={view.behind}
        isLooking={snapshot.state !== 'failed' && !isKnown && !needsNoIndex(query)}
        isEmpty={isEmpty}
        trashed={trashed}
        onOpenTrash={() => visit('trash')}
        onOpenStorage={() => visit('storage')}
        onOpenTransfer={() => props.transfer.open(narrowed ? pictureIds : undefined)}
        onOpenKeys={keys.open}
        onOpenOptions={props.openOptions}
      />
      {snapshot.state === 'failed' && (
        <UnreadableHistory failure={snapshot.failure} onReload={history.reload} />
      )}
      {isEmpty && view.ids.length === 0 && <EmptyHistory />}
      {isReady && isKnown && narrowed && view.ids.length === 0 && (
        <NothingFound onClear={() => ask(withoutFilters(query))} />
      )}
      <UnsavedProvider storage={props.storage}>
        <FaultBoundary>
          <StorageNotice storage={props.storage} on={on} />
        </FaultBoundary>
        <FaultBoundary>
          <OpenJobs recent={shown.recent} open={shown.open} waiting={waiting} toast={toast} on={on} />
        </FaultBoundary>
        <FaultBoundary subject={view}>
          <PictureGrid
            ref={grid}
            view={view}
            rows={history.rows}
            unfinished={contents.unfinished}
            asked={formatQuery(query).toString()}
            complete={isReady && isKnown}
            words={words}
            job={job}
            barHeight={barHeight}
            selection={selection}
            on={on}
            onOpen={go}
            onOpenJob={showJob}
            onDismiss={dismiss}
          />
        </FaultBoundary>
        <SelectionBar
          selection={selection}
          total={pictureIds.length}
          isKnown={isKnown}
          areFavorites={areFavorites(contents.index, selection.chosen)}
          isTagging={keys.isTagging}
          onTagging={keys.setTagging}
          onCompare={compare}
          on={actions}
        />
        {keys.sheet}
        {lookedAt && (
          <FaultBoundary subject={lookedAt} onClose={() => setOpenJob(undefined)}>
            <JobDialog job={lookedAt} on={on} onClose={() => setOpenJob(undefined)} />
          </FaultBoundary>
        )}
      </UnsavedProvider>
      {compared && (
        <DialogBoundary
          title={t('compare.title')}
          subject={compared.join()}
          onClose={() => compare(undefined)}
        >
          <CompareAtPlace
            compared={compared}
            rows={history.rows}
            watchPicture={props.watchPicture}
            onCompare={compare}
          />
        </DialogBoundary>
      )}
      {image === undefined || compared ? (
        passing
      ) : (
        <DialogBoundary title={t('history.viewer')} subject={image} onClose={() => go(undefined)}>
          <ViewerAtPlace
            image={image}
            ids={pictureIds}
            versions={versions}
            rows={history.rows}
            page={{
              ...props,
              ...toldViewerActions(props, toast),
              remove: ({ picture }) => actions.remove([picture.id]),
            }}
            onGo={go}
            onCompare={compare}
          >
            {passing}
          </ViewerAtPlace>
        </DialogBoundary>
      )}
    </main>
  );
}
