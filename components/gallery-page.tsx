import { useEffect, type ReactElement } from 'react';
import { WHOLE_HISTORY } from '@/utils/core/history-query';
import { HistoryPage, type HistoryPageProps } from './history-page';
import { usePlace } from './hooks/use-place';
import { StoragePage, type StoragePageProps } from './storage-page';
import { TrashPage, type TrashPageProps } from './trash-page';

/** What the history, its trash and the view of its storage stand on. */
export type GalleryPageProps = HistoryPageProps &
  Omit<TrashPageProps, 'onLeave'> &
  Omit<StoragePageProps, 'onLeave' | 'onOpenTrash' | 'onOpenLargest'>;

const nothing = (): void => undefined;

/** The history, its trash or what takes up room, as the address says. */
export function GalleryPage(props: GalleryPageProps): ReactElement {
  const [{ room }, { ask, visit }] = usePlace();
  const { history, jobs, waiting, storage, trashed } = props;
  // Who is not listened to misses changes. The history must know on return what came, and what was restored.
  useEffect(() => {
    const stops = [history, jobs, waiting, storage, trashed].map((live) => live.subscribe(nothing));
    return () => stops.forEach((stop) => stop());
  }, [history, jobs, waiting, storage, trashed]);
  const leave = (): void => visit('pictures');
  if (room === 'trash') return <TrashPage {...props} onLeave={leave} />;
  if (room === 'pictures') return <HistoryPage {...props} />;
  return (
    <StoragePage
      {...props}
      onLeave={leave}
      onOpenTrash={() => visit('trash')}
      onOpenLargest={() => ask({ ...WHOLE_HISTORY, order: 'size' })}
    />
  );
}
