import { useEffect, type ReactElement } from 'react';
import { HistoryPage, type HistoryPageProps } from './history-page';
import { usePlace } from './hooks/use-place';
import { TrashPage, type TrashPageProps } from './trash-page';

/** What the history and its trash stand on. */
export type GalleryPageProps = HistoryPageProps & Omit<TrashPageProps, 'onLeave'>;

const nothing = (): void => undefined;

/** The history, or its trash, as the address says. */
export function GalleryPage(props: GalleryPageProps): ReactElement {
  const [{ isTrash }, { showTrash }] = usePlace();
  const { history, jobs, waiting, storage, trashed } = props;
  // Who is not listened to misses changes. The history must know on return what came, and what was restored.
  useEffect(() => {
    const stops = [history, jobs, waiting, storage, trashed].map((live) => live.subscribe(nothing));
    return () => stops.forEach((stop) => stop());
  }, [history, jobs, waiting, storage, trashed]);
  return isTrash ? <TrashPage {...props} onLeave={() => showTrash(false)} /> : <HistoryPage {...props} />;
}
