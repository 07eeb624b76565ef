import { createLive } from '@/components/hooks/live';
import type { GalleryPageProps } from '@/components/pages/gallery-page';
import { untilIdle } from '@/utils/browser/idle';
import type { TrashReader } from '@/utils/core/history/trash';
import { changesIn } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';

/** Enough to find what was just deleted, and few enough to be drawn at once. */
const LISTED = 200;

/** Joins the trash with the background and the database. */
export function composeTrash(
  trash: TrashReader,
): Pick<GalleryPageProps, 'trashed' | 'watchTrash' | 'restore' | 'emptyTrash'> {
  const countLater = async (): Promise<number> => {
    // The first pictures come first.
    await untilIdle();
    return trash.count();
  };
  return {
    trashed: createLive(countLater, changesIn('pictures')),
    watchTrash: () => createLive(() => trash.read(LISTED), changesIn('pictures')),
    restore: ({ picture }) => ask({ type: 'restorePictures', pictureIds: [picture.id] }),
    emptyTrash: async (deletedUntil) => (await ask({ type: 'emptyTrash', deletedUntil })).removed,
  };
}
