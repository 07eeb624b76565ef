import type { HistoryPageProps } from '@/components/history-page';
import { createHistoryLive } from '@/components/hooks/history-live';
import { createLive } from '@/components/hooks/live';
import { reportFault } from '@/utils/browser/log';
import { openOptions } from '@/utils/browser/pages';
import { openPanel } from '@/utils/browser/panel';
import { saveFile } from '@/utils/browser/save-file';
import { pictureFileName } from '@/utils/core/file-name';
import type { HistoryReader, PictureEntry } from '@/utils/core/history';
import { ask } from '@/utils/messaging/client';
import { listenForChanges } from '@/utils/messaging/change-feed';

const pictureChanges = (onChange: () => void): (() => void) =>
  listenForChanges(({ pictures = [] }) => {
    if (pictures.length > 0) onChange();
  });

/** Joins the history page with the background and the database. */
export function composeHistory(reader: HistoryReader, windowId: number | undefined): HistoryPageProps {
  const download = async ({ picture, job }: PictureEntry): Promise<void> => {
    const original = await reader.original(picture.id);
    if (original) saveFile(original, pictureFileName(picture, job.prompt));
  };
  return {
    history: createHistoryLive(reader, pictureChanges),
    watchPicture: (id) => createLive(() => reader.picture(id), pictureChanges),
    remove: ({ picture }) => ask({ type: 'deletePicture', pictureId: picture.id }),
    restore: ({ picture }) => ask({ type: 'restorePicture', pictureId: picture.id }),
    setFavorite({ picture }, favorite) {
      ask({ type: 'setFavorite', pictureId: picture.id, favorite }).catch(reportFault);
    },
    download: (entry) => void download(entry).catch(reportFault),
    reuse({ job: { prompt, parameters, passage } }) {
      openPanel(windowId).catch(reportFault);
      const draft = { prompt, parameters, ...(passage && { passage }) };
      ask({ type: 'saveDraft', draft, writer: 'history' }).catch(reportFault);
    },
    openOptions: () => void openOptions().catch(reportFault),
  };
}
