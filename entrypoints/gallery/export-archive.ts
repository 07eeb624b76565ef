import type { ExportResult } from '@/components/transfer/transfer-port';
import { writeArchive } from '@/utils/archive/write-archive';
import { extensionVersion } from '@/utils/browser/lifecycle';
import { saveFile } from '@/utils/browser/save-file';
import { createScratchFile } from '@/utils/browser/scratch-file';
import { sha256 } from '@/utils/browser/sha256';
import type { ArchiveReader, TransferWatch } from '@/utils/core/archive/archive-ports';
import { archiveName, pageWords } from './archive-words';
import { startProver } from './start-prover';

/** Puts an archive together and hands it to the browser, which copies pictures and all else into its downloads. */
export async function exportArchive(
  reader: ArchiveReader,
  chosen: readonly string[] | undefined,
  watch: TransferWatch,
): Promise<ExportResult> {
  const order = { ids: chosen ?? (await reader.allIds()), isWhole: chosen === undefined };
  const scratch = await createScratchFile();
  const prover = startProver();
  try {
    const source = {
      reader,
      digest: sha256,
      prove: prover.prove,
      words: pageWords,
      madeBy: extensionVersion(),
      now: Date.now,
    };
    const { front, outcome } = await writeArchive(source, order, scratch.write, watch);
    const { pictures, bytes, unreadable, leftOut } = outcome;
    const name = archiveName(pictures);
    saveFile(new Blob([front, await scratch.finish()], { type: 'application/zip' }), name);
    return { pictures, bytes, unreadable: unreadable.length, leftOut, name };
  } catch (thrown) {
    await scratch.discard();
    throw thrown;
  } finally {
    prover.close();
  }
}
