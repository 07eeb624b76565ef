import type { OpenedFiles } from '@/components/transfer/transfer-port';
import { prepareImport, type ImportPorts } from '@/utils/archive/import-archive';
import { importPictures } from '@/utils/archive/import-pictures';
import { isArchive } from '@/utils/archive/is-archive';
import { createPictureInspector } from '@/utils/browser/inspect-picture';
import { readPixelSize } from '@/utils/browser/picture-header';
import { sha256 } from '@/utils/browser/sha256';
import { ArchiveError } from '@/utils/core/archive/archive-defect';
import type { ArchiveReader, TransferWatch } from '@/utils/core/archive/archive-ports';
import { ask } from '@/utils/messaging/client';
import { offer } from '@/utils/messaging/offer';
import { readManifestInWorker } from './read-manifest-in-worker';

/** Looks through an archive, or brings pictures in through the background, which alone writes. */
export async function openFiles(
  reader: ArchiveReader,
  files: readonly File[],
  watch: TransferWatch,
): Promise<OpenedFiles> {
  const ports: ImportPorts = {
    reader,
    digest: sha256,
    pixelSize: readPixelSize,
    readManifest: readManifestInWorker,
    inspect: createPictureInspector(),
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
