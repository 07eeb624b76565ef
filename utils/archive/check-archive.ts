import { ArchiveError } from '../core/archive/archive-defect';
import { MANIFEST_NAME, type ArchivedPicture, type Manifest } from '../core/archive/archive-format';
import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';
import type { Digest, ReadPixelSize, TransferWatch } from '../core/archive/archive-ports';
import { latestTime } from '../core/archive/own-id';
import type { RandomUuid } from '../core/archive/import-ids';
import { settleRows } from '../core/archive/settle-rows';
import { detectImageType, type ImageType } from '../core/picture/image-type';
import { trustedSize, type PixelSize } from '../core/picture/pixel-size';
import { dropBuffer } from './drop-buffer';
import { readBytes } from './read-bytes';
import { collectManifest, type ReadManifest } from './read-manifest';
import { entriesOfRoot, entryKey } from './archive-root';
import { readDirectory, type ZipEntry } from './zip-directory';
import { openEntry } from './zip-entry';

/** An archive that was looked through to the last byte. */
export interface CheckedArchive {
  /** Its rows, with ids of ours, and with the sizes that the headers of the pictures say. */
  readonly manifest: Manifest;
  /** How many values of its rows were left out or cut. */
  readonly leftOut: number;
  /** The bytes of a picture, a piece of the file. */
  original(archived: ArchivedPicture): Promise<Blob>;
  /** The bytes of its thumbnail; `undefined` where the archive has none. */
  thumbnail(archived: ArchivedPicture): Promise<Blob | undefined>;
}

/** What checking an archive needs of the world. */
export interface CheckPorts {
  readonly digest: Digest;
  readonly pixelSize: ReadPixelSize;
  readonly readManifest: ReadManifest;
  readonly now: () => number;
  readonly random: RandomUuid;
}

/** Longest edge of a thumbnail that is shown, in pixels; ours have 320. A larger one is drawn anew. */
const LONGEST_THUMBNAIL = 1024;

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
  { digest, pixelSize, readManifest, now, random }: CheckPorts,
  { onProgress, signal }: TransferWatch,
): Promise<CheckedArchive> {
  const entries = entriesOfRoot(await readDirectory(file));
  const list = entries.get(MANIFEST_NAME);
  if (!list) throw new ArchiveError('noManifest');
  const source = { file, entry: list, mostPictures: entries.size, now: now() };
  const { manifest, leftOut } = await collectManifest(readManifest(source), signal);
  const { pictures } = manifest;
  const total = { pictures: pictures.length, bytes: 0 };
  for (const { picture } of pictures) total.bytes += picture.byteSize;

  const openAt = (path: string, type: ImageType, most: number): Promise<Blob> => {
    const entry = entries.get(entryKey(path));
    if (!entry) throw new ArchiveError('missingEntry', path);
    return openEntry(file, entry, type, most);
  };
  const original = ({ path, picture }: ArchivedPicture): Promise<Blob> =>
    openAt(path, picture.type, ARCHIVE_LIMITS.pictureBytes);
  const thumbnail = async ({ thumbnail: small }: ArchivedPicture): Promise<Blob | undefined> =>
    small && openAt(small.path, 'image/webp', ARCHIVE_LIMITS.thumbnailBytes);

  /** @returns the size in its header */
  async function check(
    blob: Blob,
    { path, byteSize, sha256, type }: Expected,
  ): Promise<PixelSize | undefined> {
    if (blob.size !== byteSize) throw new ArchiveError('wrongBytes', path);
    const bytes = await readBytes(blob, 0, blob.size);
    const found = detectImageType(bytes);
    const size = found && pixelSize(bytes, found);
    const digesting = digest(bytes);
    dropBuffer(bytes.buffer);
    if ((await digesting) !== sha256) throw new ArchiveError('wrongBytes', path);
    if (found !== type) throw new ArchiveError('notPicture', path);
    return size;
  }

  const checked = new Map<ArchivedPicture, ArchivedPicture>();
  const done = { pictures: 0, bytes: 0 };
  async function checkPicture(archived: ArchivedPicture): Promise<void> {
    const { path, picture, thumbnail: small } = archived;
    const size = await check(await original(archived), { ...picture, path });
    const blob = await thumbnail(archived);
    const smallSize = small && blob && (await check(blob, { ...small, type: 'image/webp' }));
    checked.set(archived, withSizes(archived, size, smallSize));
    done.pictures += 1;
    done.bytes += picture.byteSize;
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
  const rows = { ...manifest, pictures: pictures.map((one) => checked.get(one) ?? one) };
  const settled = settleRows(rows, { latest: latestTime(source.now), random });
  return { manifest: settled, leftOut, original, thumbnail };
}

/** A picture of an archive with the sizes that its headers say, without a thumbnail that is too large for one. */
function withSizes(
  { picture, thumbnail, ...entry }: ArchivedPicture,
  size: PixelSize | undefined,
  smallSize: PixelSize | undefined,
): ArchivedPicture {
  const small = thumbnail && trustedSize(thumbnail, smallSize);
  const isSmall = small && Math.max(small.width, small.height) <= LONGEST_THUMBNAIL;
  return { ...entry, picture: trustedSize(picture, size), ...(isSmall && { thumbnail: small }) };
}

function requireEntry(entries: ReadonlyMap<string, ZipEntry>, path: string, byteSize: number): void {
  const entry = entries.get(entryKey(path));
  if (!entry) throw new ArchiveError('missingEntry', path);
  if (entry.size !== byteSize) throw new ArchiveError('wrongBytes', path);
}
