import type { TransferPort } from '@/components/transfer/transfer-port';
import { untilIdle } from '@/utils/browser/idle';
import { reportFault } from '@/utils/browser/log';
import type { ArchiveReader } from '@/utils/core/archive-ports';
import type { AddedRows } from '@/utils/core/import-batch';
import { ask } from '@/utils/messaging/client';

/** Ids of one message. */
const AT_ONCE = 2000;

/** Joins export and import with the background, the database and the disk; only who wants them loads what they need. */
export function composeTransfer(reader: ArchiveReader): TransferPort {
  const clear = async (): Promise<void> => {
    await untilIdle();
    // What earlier pages handed to the browser is saved by now.
    await (await import('@/utils/browser/scratch-file')).clearScratchFiles();
  };
  clear().catch(reportFault);
  return {
    measure: async (ids) => reader.measure(ids ?? (await reader.allIds())),
    exportPictures: async (ids, watch) =>
      (await import('./export-archive')).exportArchive(reader, ids, watch),
    openFiles: async (files, watch) => (await import('./open-files')).openFiles(reader, files, watch),
    async undo({ jobs, pictures }: AddedRows) {
      let removed = 0;
      // The jobs go with the last of their pictures.
      for (let start = 0; start < pictures.length; start += AT_ONCE) {
        const pictureIds = pictures.slice(start, start + AT_ONCE);
        removed += (await ask({ type: 'undoImport', jobIds: [], pictureIds })).removed;
      }
      for (let start = 0; start < jobs.length; start += AT_ONCE) {
        await ask({ type: 'undoImport', jobIds: jobs.slice(start, start + AT_ONCE), pictureIds: [] });
      }
      return removed;
    },
  };
}
