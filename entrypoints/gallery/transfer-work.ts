import type { ExportResult, OpenedFiles } from '@/components/transfer/transfer-port';
import { importPictures } from '@/utils/archive/import-pictures';
import { prepareImport, type ImportPorts } from '@/utils/archive/import-archive';
import { isArchive } from '@/utils/archive/is-archive';
import { writeArchive } from '@/utils/archive/write-archive';
import { inspectPicture } from '@/utils/browser/inspect-picture';
import { extensionVersion } from '@/utils/browser/lifecycle';
import { saveFile } from '@/utils/browser/save-file';
import { createScratchFile } from '@/utils/browser/scratch-file';
import { sha256 } from '@/utils/browser/sha256';
import { ArchiveError } from '@/utils/core/archive-defect';
import type { ArchiveReader, TransferWatch } from '@/utils/core/archive-ports';
import { ask } from '@/utils/messaging/client';
import { offer } from '@/utils/messaging/offer';
import { archiveName, pageWords } from './archive-words';

/** Puts an archive together and hands it to the browser, which copies pictures and all else into its downloads. */
export async function exportArchive(
  reader: ArchiveReader,
  chosen: readonly string[] | undefined,
  watch: TransferWatch,
): Promise<ExportResult> {
  const order = { ids: chosen ?? (await reader.allIds()), isWhole: chosen === undefined };
  const scratch = await createScratchFile();
  try {
    const source = { reader, digest: sha256, words: pageWords, madeBy: extensionVersion(), now: Date.now };
    const { front, outcome } = await writeArchive(source, order, scratch.write, watch);
    const { pictures, bytes, unreadable } = outcome;
    const name = archiveName(pictures);
    saveFile(new Blob([front, await scratch.finish()], { type: 'application/zip' }), name);
    return { pictures, bytes, unreadable: unreadable.length, name };
  } catch (thrown) {
    await scratch.discard();
    throw thrown;
  }
}

/** Looks through an archive, or brings pictures in through the background, which alone writes. */
export async function openFiles(
  reader: ArchiveReader,
  files: readonly File[],
  watch: TransferWatch,
): Promise<OpenedFiles> {
  const ports: ImportPorts = {
    reader,
    digest: sha256,
    inspect: inspectPicture,
    send: (batch) => offer(batch, (channel) => ask({ type: 'importHistory', channel })),
    now: Date.now,
    random: () => crypto.randomUUID(),
  };
  const archives = await Promise.all(files.map(isArchive));
  const [first] = files;
  if (!first || !archives.includes(true)) {
    return { kind: 'pictures', result: await importPictures(files, ports, watch) };
  }
  if (files.length > 1) throw new ArchiveError('notAlone');
  return { kind: 'archive', ...(await prepareImport(first, ports, watch)) };
}
