import { useEffect, type ReactElement } from 'react';
import { WHOLE_HISTORY } from '@/utils/core/history/history-query';
import { HistoryPage, type HistoryPageProps } from '../history/history-page';
import { usePlace } from '../hooks/use-place';
import { StoragePage, type StoragePageProps } from '../storage/storage-page';
import type { TransferPort } from '../transfer/transfer-port';
import { useTransfer } from '../transfer/use-transfer';
import { TrashPage, type TrashPageProps } from '../trash/trash-page';

/** What the history, its trash and the view of its storage stand on. */
export type GalleryPageProps = Omit<HistoryPageProps, 'transfer'> &
  Omit<TrashPageProps, 'onLeave'> &
  Omit<StoragePageProps, 'onLeave' | 'onOpenTrash' | 'onOpenLargest'> & { readonly transfer: TransferPort };

const nothing = (): void => undefined;

/** The history, its trash or what takes up room, as the address says. */
export function GalleryPage(props: GalleryPageProps): ReactElement {
  const [{ room }, { ask, visit }] = usePlace();
  const { view, ...transfer } = useTransfer(props.transfer);
  const { history, jobs, waiting, storage, trashed } = props;
  // Subscribed while the trash or the storage is shown, too: the history keeps its place, and need not be read again.
  useEffect(() => {
    const stops = [history, jobs, waiting, storage, trashed].map((live) => live.subscribe(nothing));
    return () => stops.forEach((stop) => stop());
  }, [history, jobs, waiting, storage, trashed]);
  const leave = (): void => visit('pictures');
  return (
    <>
      {room === 'pictures' && <HistoryPage {...props} transfer={transfer} />}
      {room === 'trash' && <TrashPage {...props} onLeave={leave} />}
      {room === 'storage' && (
        <StoragePage
          {...props}
          onLeave={leave}
          onOpenTrash={() => visit('trash')}
          onOpenLargest={() => ask({ ...WHOLE_HISTORY, order: 'size' })}
        />
      )}
      {view}
    </>
  );
}
