import type { TransferPort } from '@/components/transfer/transfer-port';
import { untilIdle } from '@/utils/browser/idle';
import { reportFault } from '@/utils/browser/log';
import type { ArchiveReader } from '@/utils/core/archive/archive-ports';

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
    undo: async (rows) => (await import('./undo-import')).undoImport(rows),
  };
}
