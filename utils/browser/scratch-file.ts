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

/** Where exports are written before the browser copies them to where its downloads go. */
const FOLDER = 'exports';

/** Held by each page that may have a file there which is still being copied; the browser lets it go with the page. */
const LOCK = 'depict-exports';

/** A browser that copies gigabytes is done by then, in milliseconds. */
const COPIED_MS = 10 * 60_000;

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/** One that cannot be removed is still being read, and goes the next time. */
async function removeFiles(isOld: (file: File) => boolean): Promise<void> {
  const folder = await openFolder();
  for await (const [name, handle] of folder.entries()) {
    if (handle instanceof FileSystemFileHandle && isOld(await handle.getFile())) {
      await folder.removeEntry(name).catch(reportFault);
    }
  }
}

/** Removes what earlier pages left, unless another page that is open may still be handing it over. */
export async function clearScratchFiles(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await removeFiles(() => true);
  });
}

/** Keeps the files of this page from being cleared by others. */
function holdFiles(): void {
  const whileThePageLives = new Promise<never>(() => undefined);
  navigator.locks.request(LOCK, { mode: 'shared' }, () => whileThePageLives).catch(reportFault);
}

/** Begins a file; what is left of earlier ones goes first. */
export async function createScratchFile(): Promise<ScratchFile> {
  holdFiles();
  await removeFiles(({ lastModified }) => Date.now() - lastModified > COPIED_MS);
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
