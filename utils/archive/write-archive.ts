import { MANIFEST_NAME, PAGE_NAME, picturePath, thumbnailPath } from '../core/archive/archive-format';
import type { ArchivePageWords } from '../core/archive/archive-page';
import type { ArchiveReader, Digest, Prove, TransferWatch } from '../core/archive/archive-ports';
import type { Job } from '../core/job/job';
import { detectImageType } from '../core/picture/image-type';
import type { Picture, Thumbnail } from '../core/picture/picture';
import { manifestBytes, pageBytes, type WrittenPicture } from './archive-rows';
import { createBlobChain } from './blob-chain';
import { createExportReader, type ExportReader, type LeftOut } from './export-reader';
import { readBlob } from './prove-blob';
import { UNKNOWN_DIGEST } from './read-rows';
import { gather, writeZip, type KeptBytes, type ZipFile } from './zip-writer';

/** What an archive is made with. */
export interface ArchiveSource {
  readonly reader: ArchiveReader;
  readonly digest: Digest;
  readonly prove: Prove;
  /** The words of the page, once it is known how many pictures there are. */
  readonly words: (pictures: number) => ArchivePageWords;
  readonly madeBy: string;
  readonly now: () => number;
}

/** Which pictures an archive holds, in which order; all of them come with the jobs that have none. */
export interface ArchiveOrder {
  readonly ids: readonly string[];
  readonly isWhole: boolean;
}

/** What came of it. */
export interface ArchiveOutcome {
  pictures: number;
  bytes: number;
  /** Ids of pictures whose bytes are not there, cannot be read, or are not those that came. */
  readonly unreadable: string[];
  /** What does not pass the schemas of an import. */
  leftOut: LeftOut;
}

/** Rows that are read at a time. */
const WINDOW = 100;

/** Pictures that are read while others are written. */
const AHEAD = 8;

/**
 * From how many bytes on a picture is referred to. Each reference costs the browser about 13 kB of memory until the archive
 * is saved (Chromium 156); what is hardly larger is copied.
 */
const WORTH_REFERRING = 128 * 1024;

/** So many references at most, so that memory has an end: all further pictures are copied to the disk. */
const MOST_REFERRED = 15_000;

/** What the bytes of a picture are, whatever its row says. */
type Facts = Pick<Picture, 'type' | 'byteSize' | 'sha256'>;

/** A picture whose bytes were read once, and are those that came. */
interface LoadedPicture {
  readonly picture: Picture;
  readonly path: string;
  readonly original: KeptBytes | Uint8Array<ArrayBuffer>;
  readonly thumbnail: Thumbnail | undefined;
  readonly thumbnailSha256: string;
}

/** Bytes by which a type is known. */
const HEAD_BYTES = 4096;

interface Read {
  readonly original: LoadedPicture['original'];
  readonly sha256: string;
}

/** A picture that stays where it is. */
async function refer({ prove }: ArchiveSource, blob: Blob): Promise<Read | undefined> {
  const proof = await prove(blob);
  return proof && { original: { blob, crc: proof.crc }, sha256: proof.sha256 };
}

/** The bytes of a picture. */
async function copy({ digest }: ArchiveSource, blob: Blob): Promise<Read | undefined> {
  const bytes = await readBlob(blob);
  return bytes && { original: bytes, sha256: await digest(bytes) };
}

/** A thumbnail that an import takes; another one is drawn anew there. */
function fitThumbnail(thumbnail: Thumbnail | undefined): Thumbnail | undefined {
  const type = thumbnail && detectImageType(new Uint8Array(thumbnail.bytes));
  return type === 'image/webp' ? thumbnail : undefined;
}

async function load(
  source: ArchiveSource,
  picture: Picture,
  job: Job | undefined,
  isReferred: boolean,
): Promise<LoadedPicture | undefined> {
  const { reader, digest } = source;
  const blob = await reader.original(picture.id);
  if (!blob || !job) return undefined;
  const read = await (isReferred ? refer(source, blob) : copy(source, blob));
  const head = await readBlob(blob.slice(0, HEAD_BYTES));
  const type = head && detectImageType(head);
  const isWhole = picture.sha256 === read?.sha256 || picture.sha256 === UNKNOWN_DIGEST;
  if (!read || !type || !isWhole) return undefined;
  const facts: Facts = { type, byteSize: blob.size, sha256: read.sha256 };
  const thumbnail = fitThumbnail(await reader.thumbnail(picture.id));
  const thumbnailSha256 = thumbnail ? await digest(new Uint8Array(thumbnail.bytes)) : '';
  const whole = { ...picture, ...facts };
  return {
    picture: whole,
    path: picturePath(whole, job.prompt),
    original: read.original,
    thumbnail,
    thumbnailSha256,
  };
}

/** Reads some pictures ahead of those that are asked for, in their order. */
async function* loadAll(
  source: ArchiveSource,
  rowReader: ExportReader,
  ids: readonly string[],
): AsyncGenerator<{ readonly id: string; readonly loaded: LoadedPicture | undefined }> {
  let referred = 0;
  for (let start = 0; start < ids.length; start += WINDOW) {
    const rows = await rowReader.pictures(ids.slice(start, start + WINDOW));
    const present = rows.filter(({ deletedAt }) => deletedAt === undefined);
    const jobs = await rowReader.jobs([...new Set(present.map(({ jobId }) => jobId))]);
    const jobOf = new Map(jobs.map((job) => [job.id, job]));
    const ahead: { readonly id: string; readonly loading: Promise<LoadedPicture | undefined> }[] = [];
    const next = present.values();
    for (let at = 0; at < present.length; at += 1) {
      while (ahead.length < AHEAD) {
        const { value: picture } = next.next();
        if (!picture) break;
        const isReferred = picture.byteSize >= WORTH_REFERRING && referred < MOST_REFERRED;
        if (isReferred) referred += 1;
        const loading = load(source, picture, jobOf.get(picture.jobId), isReferred);
        // Met again where it is awaited; until then nobody must be alarmed.
        loading.catch(() => undefined);
        ahead.push({ id: picture.id, loading });
      }
      const first = ahead.shift();
      if (first) yield { id: first.id, loaded: await first.loading };
    }
  }
}

async function* archiveFiles(
  source: ArchiveSource,
  { ids, isWhole }: ArchiveOrder,
  outcome: ArchiveOutcome,
  told: () => void,
): AsyncGenerator<ZipFile> {
  const reader = createExportReader(source.reader, source.now());
  const written: WrittenPicture[] = [];
  for await (const { id, loaded } of loadAll(source, reader, ids)) {
    if (!loaded) {
      outcome.unreadable.push(id);
      continue;
    }
    const { picture, path, original, thumbnail, thumbnailSha256: sha256 } = loaded;
    const { createdAt: modifiedAt, type, byteSize, sha256: digest } = picture;
    const place = { id, path, facts: { type, byteSize, sha256: digest } };
    yield { name: path, modifiedAt, content: original };
    if (thumbnail) {
      const small = { path: thumbnailPath(id), width: thumbnail.width, height: thumbnail.height };
      const content = new Uint8Array(thumbnail.bytes);
      yield { name: small.path, modifiedAt, content };
      written.push({ ...place, thumbnail: { ...small, byteSize: content.length, sha256 } });
    } else written.push(place);
    outcome.pictures += 1;
    outcome.bytes += picture.byteSize;
    told();
  }
  const madeAt = source.now();
  const { madeBy } = source;
  const words = source.words(written.length);
  yield { name: PAGE_NAME, modifiedAt: madeAt, content: pageBytes(reader, written, words) };
  const manifest = manifestBytes(reader, written, { madeAt, madeBy, isWhole });
  yield { name: MANIFEST_NAME, modifiedAt: madeAt, content: manifest };
  outcome.leftOut = reader.leftOut();
}

/**
 * Writes an archive: gives the pictures that are referred to where they are, and writes all that stands behind them piece
 * by piece; only the pictures that are just being proven are in memory.
 * @param write takes a piece, and is waited for
 * @throws whatever reading or writing throws; the signal's reason where it was cancelled
 */
export async function writeArchive(
  source: ArchiveSource,
  order: ArchiveOrder,
  write: (piece: Blob) => Promise<void>,
  { onProgress, signal }: TransferWatch,
): Promise<{ readonly front: Blob; readonly outcome: ArchiveOutcome }> {
  const outcome: ArchiveOutcome = {
    pictures: 0,
    bytes: 0,
    unreadable: [],
    leftOut: { values: 0, rows: 0 },
  };
  const total = await source.reader.measure(order.ids);
  const told = (): void => {
    signal.throwIfAborted();
    onProgress({ done: { pictures: outcome.pictures, bytes: outcome.bytes }, total });
  };
  told();
  const front = createBlobChain();
  // While one piece is written, the next is made.
  let writing: Promise<unknown> = Promise.resolve();
  for await (const piece of gather(writeZip(archiveFiles(source, order, outcome, told), front))) {
    await writing;
    signal.throwIfAborted();
    writing = write(piece);
    // Met where it is awaited; until then nobody must be alarmed.
    writing.catch(() => undefined);
  }
  await writing;
  signal.throwIfAborted();
  return { front: front.join(), outcome };
}
