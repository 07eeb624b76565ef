import { ArchiveError } from '../core/archive/archive-defect';
import type { ArchivedPicture, Manifest } from '../core/archive/archive-format';
import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';
import type { Digest, TransferWatch } from '../core/archive/archive-ports';
import { detectImageType, type ImageType } from '../core/picture/image-type';
import { callCollector, COLLECTED } from './call-collector';
import { dropBuffer } from './drop-buffer';
import { readBytes } from './read-bytes';
import { readManifest } from './read-manifest';
import { readDirectory, type ZipEntry } from './zip-directory';
import { openEntry } from './zip-entry';

/** An archive that was looked through to the last byte. */
export interface CheckedArchive {
  readonly manifest: Manifest;
  /** The bytes of a picture, a piece of the file. */
  original(archived: ArchivedPicture): Promise<Blob>;
  /** The bytes of its thumbnail; `undefined` where the archive has none. */
  thumbnail(archived: ArchivedPicture): Promise<Blob | undefined>;
}

/** Pictures that are read at once: the disk waits for the next one, and memory holds few. */
const AT_ONCE = 4;

interface Expected {
  readonly path: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly type: ImageType;
}

/**
 * Looks at everything in an archive and changes nothing: its directory, its manifest, and size, digest and first bytes of
 * every picture.
 * @throws ArchiveError for the first defect; the signal's reason where it was cancelled
 */
export async function checkArchive(
  file: Blob,
  digest: Digest,
  { onProgress, signal }: TransferWatch,
): Promise<CheckedArchive> {
  const entries = await readDirectory(file);
  const manifest = await readManifest(file, entries);
  const { pictures } = manifest;
  const total = { pictures: pictures.length, bytes: 0 };
  for (const { picture } of pictures) total.bytes += picture.byteSize;

  const openAt = (path: string, type: ImageType, most: number): Promise<Blob> => {
    const entry = entries.get(path);
    if (!entry) throw new ArchiveError('missingEntry', path);
    return openEntry(file, entry, type, most);
  };
  const original = ({ path, picture }: ArchivedPicture): Promise<Blob> =>
    openAt(path, picture.type, ARCHIVE_LIMITS.pictureBytes);
  const thumbnail = async ({ thumbnail: small }: ArchivedPicture): Promise<Blob | undefined> =>
    small && openAt(small.path, 'image/webp', ARCHIVE_LIMITS.thumbnailBytes);

  async function check(blob: Blob, { path, byteSize, sha256, type }: Expected): Promise<void> {
    if (blob.size !== byteSize) throw new ArchiveError('wrongBytes', path);
    const bytes = await readBytes(blob, 0, blob.size);
    const found = detectImageType(bytes);
    const digesting = digest(bytes);
    dropBuffer(bytes.buffer);
    if ((await digesting) !== sha256) throw new ArchiveError('wrongBytes', path);
    if (found !== type) throw new ArchiveError('notPicture', path);
  }

  const done = { pictures: 0, bytes: 0 };
  async function checkPicture(archived: ArchivedPicture): Promise<void> {
    const { path, picture, thumbnail: small } = archived;
    await check(await original(archived), { ...picture, path });
    const blob = await thumbnail(archived);
    if (small && blob) await check(blob, { ...small, type: 'image/webp' });
    done.pictures += 1;
    done.bytes += picture.byteSize;
    if (done.pictures % COLLECTED === 0) callCollector();
    onProgress({ done: { ...done }, total });
  }

  // What is not there, or is too large, is found before anything is read.
  for (const { path, picture, thumbnail: small } of pictures) {
    requireEntry(entries, path, picture.byteSize);
    if (small) requireEntry(entries, small.path, small.byteSize);
  }
  onProgress({ done: { ...done }, total });
  const queue = pictures.values();
  let isRefused = false;
  const work = async (): Promise<void> => {
    for (const archived of queue) {
      if (isRefused) return;
      signal.throwIfAborted();
      try {
        await checkPicture(archived);
      } catch (thrown) {
        isRefused = true;
        throw thrown;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { manifest, original, thumbnail };
}

function requireEntry(entries: ReadonlyMap<string, ZipEntry>, path: string, byteSize: number): void {
  const entry = entries.get(path);
  if (!entry) throw new ArchiveError('missingEntry', path);
  if (entry.size !== byteSize) throw new ArchiveError('wrongBytes', path);
}
