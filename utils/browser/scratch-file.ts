import { reportFault } from './log';

/** A file on the disk that no person sees. Until it is finished, nothing of it is kept. */
export interface ScratchFile {
  /** @throws DOMException `QuotaExceededError` where there is no more room */
  write(piece: Blob): Promise<void>;
  /** Everything that was written, on the disk and not in memory. */
  finish(): Promise<File>;
  /** Takes back what was written so far. */
  discard(): Promise<void>;
}

/** Where the parts of exports are that the browser reads while it saves them. */
const FOLDER = 'exports';

/** A browser that saves a hundred gigabytes is done by then, in milliseconds; nobody tells a page when it is. */
const SAVED_MS = 60 * 60_000;

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/**
 * Removes what earlier exports left, once no browser is still saving it: not even the end of the page ends that. One that
 * cannot be removed is being written, and goes the next time.
 */
export async function clearScratchFiles(): Promise<void> {
  const folder = await openFolder();
  for await (const [name, handle] of folder.entries()) {
    if (!(handle instanceof FileSystemFileHandle)) continue;
    const { lastModified } = await handle.getFile();
    if (Date.now() - lastModified > SAVED_MS) await folder.removeEntry(name).catch(reportFault);
  }
}

/** Begins a file; what is left of earlier ones goes first. */
export async function createScratchFile(): Promise<ScratchFile> {
  await clearScratchFiles();
  const folder = await openFolder();
  const name = `${crypto.randomUUID()}.zip`;
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  return {
    write: (piece) => writable.write(piece),
    async finish() {
      await writable.close();
      return handle.getFile();
    },
    async discard() {
      // Where a write failed it is closed already.
      await writable.abort().catch(() => undefined);
      await folder.removeEntry(name).catch(reportFault);
    },
  };
}
