import type { PictureActions } from '@/components/viewer/viewer-at-place';
import { copyPicture } from '@/utils/browser/copy-picture';
import { reportFault } from '@/utils/browser/log';
import { saveFile } from '@/utils/browser/save-file';
import type { HistoryReader, PictureEntry } from '@/utils/core/history/history';
import { fileNameFor } from '@/utils/core/picture/file-name';
import { readSettings } from '@/utils/storage/settings-store';

/** What takes a picture, or its words, elsewhere. */
export function composeCopies(
  reader: Pick<HistoryReader, 'original'>,
): Pick<PictureActions, 'download' | 'copyPrompt' | 'copyPicture'> {
  const originalOf = async ({ picture }: PictureEntry): Promise<Blob> => {
    const original = await reader.original(picture.id);
    if (!original) throw new Error('The picture is gone');
    return original;
  };
  const download = async (entry: PictureEntry): Promise<void> =>
    saveFile(await originalOf(entry), fileNameFor(entry, (await readSettings()).fileNameTemplate));
  return {
    download: (entry) => void download(entry).catch(reportFault),
    copyPrompt: ({ job }) => navigator.clipboard.writeText(job.prompt),
    copyPicture: (entry) => copyPicture(originalOf(entry)),
  };
}
