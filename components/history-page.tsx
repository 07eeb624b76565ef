import { useCallback, useState, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure';
import type { PictureEntry } from '@/utils/core/history';
import type { Job } from '@/utils/core/job';
import type { StorageState } from '@/utils/core/unsaved-pictures';
import { t } from '@/utils/i18n/translate';
import { failureWords } from './failure-words';
import css from './history-page.module.css';
import { EmptyHistory, UnreadableHistory } from './history-states';
import type { HistoryLive, HistoryWindow } from './hooks/history-live';
import { useLive, type Live } from './hooks/live';
import { usePlace } from './hooks/use-place';
import { useScrollToJob } from './hooks/use-scroll-to-job';
import type { JobCallbacks, UnsavedCallbacks } from './job-callbacks';
import { OlderPictures } from './older-pictures';
import { OpenJobs } from './open-jobs';
import { PageHeader } from './page-header';
import { PictureGrid } from './picture-grid';
import { SearchBox } from './search-box';
import { Toast, type ToastMessage } from './toast';
import { StorageNotice } from './storage-notice';
import { ViewerAtPlace, type PictureActions } from './viewer-at-place';

/** What the history page stands on, and what it asks of the world. */
export interface HistoryPageProps extends PictureActions {
  readonly history: HistoryLive;
  readonly jobs: Live<readonly Job[]>;
  /** How many jobs wait for their turn. */
  readonly waiting: Live<number>;
  /** Whether storage works, and what it did not take. */
  readonly storage: Live<StorageState>;
  readonly on: JobCallbacks & UnsavedCallbacks;
  readonly remove: (entry: PictureEntry) => Promise<unknown>;
  readonly restore: (entry: PictureEntry) => Promise<unknown>;
  readonly openOptions: () => void;
}

const NOTHING: HistoryWindow = { query: '', entries: [], more: false };

/** All pictures, newest first, and a viewer over them. */
export function HistoryPage(props: HistoryPageProps): ReactElement {
  const { history, remove, restore } = props;
  const snapshot = useLive(history);
  const [place, go] = usePlace();
  const [toast, setToast] = useState<ToastMessage>();
  const [query, setQuery] = useState('');
  const { entries, more, query: shown } = snapshot.state === 'ready' ? snapshot.value : NOTHING;
  useScrollToJob(place.job, entries, more, history.showOlder);

  const dismiss = useCallback(() => setToast(undefined), []);
  const tellFailure = (thrown: unknown): void => setToast({ text: failureWords(failureOf(thrown)) });
  const removeWithUndo = async (entry: PictureEntry): Promise<void> => {
    await remove(entry);
    const undo = (): void => {
      setToast(undefined);
      restore(entry).catch(tellFailure);
    };
    setToast({ text: t('history.deleted'), action: { label: t('history.undo'), run: undo } });
  };
  const search = (next: string): void => {
    setQuery(next);
    history.search(next);
  };
  const reuse = (entry: PictureEntry): void => {
    props.reuse(entry);
    setToast({ text: t('history.reused') });
  };

  const passing = <Toast message={toast} onLeave={dismiss} />;

  return (
    <main className={css['page']}>
      <PageHeader look="large" title={t('page.history')} onOpenOptions={props.openOptions}>
        <SearchBox query={query} onChange={search} />
      </PageHeader>
      {snapshot.state === 'failed' && (
        <UnreadableHistory failure={snapshot.failure} onReload={history.reload} />
      )}
      {snapshot.state === 'ready' && entries.length === 0 && <EmptyHistory query={shown} />}
      <StorageNotice storage={props.storage} on={props.on} />
      {query === '' && (
        <OpenJobs jobs={props.jobs} waiting={props.waiting} wanted={place.job} on={props.on} />
      )}
      <PictureGrid entries={entries} job={place.job} onOpen={go} />
      {more && <OlderPictures key={entries.length} onShow={history.showOlder} />}
      {place.image === undefined ? (
        passing
      ) : (
        <ViewerAtPlace
          image={place.image}
          entries={entries}
          page={{ ...props, reuse, remove: (entry) => void removeWithUndo(entry).catch(tellFailure) }}
          onGo={go}
        >
          {passing}
        </ViewerAtPlace>
      )}
    </main>
  );
}
