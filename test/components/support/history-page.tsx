import { act, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { HistoryContents } from '@/components/history/history-live';
import type { HistoryPageProps } from '@/components/history/history-page';
import type { BulkActions } from '@/components/history/told-actions';
import type { Live } from '@/components/hooks/live';
import { createPictureRows } from '@/components/hooks/picture-rows';
import { GalleryPage, type GalleryPageProps } from '@/components/pages/gallery-page';
import { PictureSourceContext, type PictureSource } from '@/components/widgets/picture-source';
import type { StorageState } from '@/utils/core/drawing/unsaved-pictures';
import type { PictureEntry } from '@/utils/core/history/history';
import { createHistoryIndex } from '@/utils/core/history/history-index';
import type { StorageUse } from '@/utils/core/history/storage-use';
import type { Trash } from '@/utils/core/history/trash';
import type { Job } from '@/utils/core/job/job';
import { createFakeLive, type FakeLive } from './fake-live';
import { installFakePopover } from './fake-popover';
import { createFakeTransfer } from './fake-transfer';
import { createJobCallbacks } from './job-callbacks';

/** What a test may put in place of the usual. */
export interface HistoryOptions {
  /** The address of the page begins with this. */
  readonly hash?: string;
  readonly remove?: BulkActions['remove'];
  /** Of one picture in the trash, or of those that were just deleted. */
  readonly restore?: () => Promise<unknown>;
  readonly emptyTrash?: (deletedUntil: number) => Promise<number>;
}

const source: PictureSource = {
  thumbnail: () => Promise.resolve(undefined),
  original: () => Promise.resolve(undefined),
  previews: () => Promise.resolve([]),
};

/** Shows the history page while the history is still being read. What is shown later can be opened as well. */
export function renderHistory(options: HistoryOptions = {}) {
  history.replaceState(null, '', `/gallery.html${options.hash ?? ''}`);
  document.documentElement.lang = 'en';
  const popover = installFakePopover();
  const transfer = createFakeTransfer();
  const jobs = createFakeLive<readonly Job[]>();
  const waiting = createFakeLive(0);
  const storage = createFakeLive<StorageState>({ unsaved: [] });
  const trashed = createFakeLive(0);
  const trash = createFakeLive<Trash>();
  const use = createFakeLive<StorageUse>();
  const retention = createFakeLive<number | null>(null);
  const contents = createFakeLive<HistoryContents>();
  const rows = createPictureRows(() => Promise.resolve([]));
  const pictures = new Map<string, FakeLive<PictureEntry | undefined>>();
  const watchPicture = (id: string): Live<PictureEntry | undefined> => {
    const live = pictures.get(id) ?? createFakeLive<PictureEntry | undefined>();
    pictures.set(id, live);
    return live;
  };
  const on = {
    reload: vi.fn<() => void>(),
    findJob: vi.fn<HistoryPageProps['findJob']>(() => Promise.resolve(undefined)),
    restore: vi.fn<GalleryPageProps['restore']>(options.restore ?? (() => Promise.resolve())),
    setRetention: vi.fn<GalleryPageProps['setRetention']>(() => Promise.resolve(0)),
    dismissJob: vi.fn<HistoryPageProps['dismissJob']>(() => Promise.resolve()),
    emptyTrash: vi.fn<GalleryPageProps['emptyTrash']>(options.emptyTrash ?? (() => Promise.resolve(0))),
    setFavorite: vi.fn<HistoryPageProps['setFavorite']>(),
    setTags: vi.fn<HistoryPageProps['setTags']>(),
    setNote: vi.fn<HistoryPageProps['setNote']>(),
    download: vi.fn<HistoryPageProps['download']>(),
    copyPrompt: vi.fn<HistoryPageProps['copyPrompt']>(() => Promise.resolve()),
    copyPicture: vi.fn<HistoryPageProps['copyPicture']>(() => Promise.resolve()),
    drawAgain: vi.fn<HistoryPageProps['drawAgain']>(() => Promise.resolve(undefined)),
    reuse: vi.fn<HistoryPageProps['reuse']>(),
    openOptions: vi.fn<HistoryPageProps['openOptions']>(),
  };
  const bulk = {
    setFavorite: vi.fn<BulkActions['setFavorite']>(() => Promise.resolve()),
    addTags: vi.fn<BulkActions['addTags']>(() => Promise.resolve()),
    copyPrompts: vi.fn<BulkActions['copyPrompts']>((ids) => Promise.resolve(ids.length)),
    remove: vi.fn<BulkActions['remove']>(options.remove ?? (() => Promise.resolve())),
    restore: vi.fn<BulkActions['restore']>(options.restore ?? (() => Promise.resolve())),
  };
  const { reload, ...callbacks } = on;
  const onJob = createJobCallbacks();
  const page = {
    history: { ...contents, rows, reload },
    jobs,
    waiting,
    storage,
    watchPicture,
    trashed,
    watchTrash: () => trash,
    watchStorageUse: () => use,
    retention,
    bulk,
    transfer,
    ...callbacks,
  };
  render(
    <PictureSourceContext value={source}>
      <GalleryPage {...page} on={onJob} />
    </PictureSourceContext>,
  );
  return {
    ...on,
    bulk,
    transfer,
    onJob,
    popover,
    fail: contents.fail,
    /** The history is read, newest first; `known` tells how much of it. */
    show(entries: readonly PictureEntry[], known: 'all' | 'ids' = 'all', unfinished: readonly Job[] = []) {
      const index = createHistoryIndex();
      for (const job of unfinished) index.putUnfinished(job);
      if (known === 'all') index.put(entries);
      rows.put(entries);
      const ids = entries.map(({ picture }) => picture.id);
      contents.show({
        ids,
        complete: true,
        unfinished: new Map(unfinished.map((job) => [job.id, job])),
        index,
        indexed: known === 'all',
      });
    },
    /** The recent jobs are read. */
    showJobs: jobs.show,
    /** Pictures were deleted, or are not any more. */
    showTrash(value: Trash) {
      trashed.show(value.count);
      trash.show(value);
    },
    failTrash: trash.fail,
    /** What takes up room is added up. */
    showUse: use.show,
    showRetention: retention.show,
    showStorage: storage.show,
    /** The row of one picture is read. */
    showPicture: (id: string, entry: PictureEntry | undefined) => pictures.get(id)?.show(entry),
    failPicture: (id: string) => pictures.get(id)?.fail({ kind: 'storageUnavailable' }),
  };
}

/** The viewer, or `null` when it is closed. */
export function queryViewer(): HTMLElement | null {
  return screen.queryByRole('dialog', { name: 'Image viewer' });
}

/** The viewer, which must be open. */
export function viewer(): HTMLElement {
  return screen.getByRole('dialog', { name: 'Image viewer' });
}

/** What the person goes to by Back, Forward or a link. */
export function travelTo(hash: string): void {
  act(() => {
    history.replaceState(null, '', `/gallery.html${hash}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
}
