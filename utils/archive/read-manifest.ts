import { ArchiveError } from '../core/archive/archive-defect';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  MANIFEST_NAME,
  type ArchivedPicture,
  type Manifest,
} from '../core/archive/archive-format';
import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';
import type { Job } from '../core/job/job';
import { createManifestSplitter, MANIFEST_LISTS, type ManifestItem } from './manifest-splitter';
import type { MendedRow } from './mend-row';
import { createRowReader } from './read-rows';
import type { ZipEntry } from './zip-directory';
import { readEntry } from './zip-entry';

/** Some rows of a manifest. */
export interface ManifestPart {
  readonly jobs: readonly Job[];
  readonly pictures: readonly ArchivedPicture[];
  /** How many values of these rows were left out or cut. */
  readonly leftOut: number;
}

/** What a manifest is read with. */
export interface ManifestSource {
  readonly file: Blob;
  /** The manifest's own entry. */
  readonly entry: ZipEntry;
  /** Most pictures it may name: each has an entry of its own. */
  readonly mostPictures: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Reads a manifest some rows at a time.
 * @throws ArchiveError where it is not ours, newer than this code, or a row cannot be mended
 */
export type ReadManifest = (source: ManifestSource) => AsyncIterable<ManifestPart>;

/** Rows of one part. */
const WINDOW = 500;

/** Collects the fields around the rows, and refuses a manifest that is none of ours or newer than this code. */
function createHeaderCheck() {
  const fields = new Map<string, unknown>();
  return {
    add(field: string, value: unknown): void {
      fields.set(field, value);
      const { format = ARCHIVE_FORMAT, version = ARCHIVE_VERSION } = Object.fromEntries(fields);
      if (format !== ARCHIVE_FORMAT) throw new ArchiveError('notOurs', MANIFEST_NAME);
      if (Number(version) > ARCHIVE_VERSION) throw new ArchiveError('newerVersion', MANIFEST_NAME);
    },
    end(): void {
      if (!fields.has('format')) throw new ArchiveError('notOurs', MANIFEST_NAME);
      const hasLists = MANIFEST_LISTS.every((list) => Array.isArray(fields.get(list)));
      if (fields.get('version') !== ARCHIVE_VERSION || !hasLists) {
        throw new ArchiveError('manifestUnreadable', MANIFEST_NAME);
      }
    },
  };
}

async function* itemsOf({ file, entry }: ManifestSource): AsyncGenerator<ManifestItem> {
  const splitter = createManifestSplitter();
  const decoder = new TextDecoder();
  for await (const bytes of readEntry(file, entry))
    yield* splitter.add(decoder.decode(bytes, { stream: true }));
  yield* splitter.add(decoder.decode());
  splitter.end();
}

function emptyPart(): { jobs: Job[]; pictures: ArchivedPicture[]; leftOut: number } {
  return { jobs: [], pictures: [], leftOut: 0 };
}

/** Reads a manifest on this thread. Memory holds one part at a time, whatever the file claims to be. */
export const readManifest: ReadManifest = async function* (source) {
  const { entry, mostPictures, now } = source;
  if (entry.size > ARCHIVE_LIMITS.manifestBytes) throw new ArchiveError('manifestTooLarge', MANIFEST_NAME);
  const reader = createRowReader(now);
  const header = createHeaderCheck();
  const counts = { jobs: 0, pictures: 0 };
  const most = { jobs: ARCHIVE_LIMITS.jobs, pictures: mostPictures };
  let part = emptyPart();

  function keep<Row>(list: 'jobs' | 'pictures', mended: MendedRow<Row> | undefined, rows: Row[]): void {
    if (!mended) throw new ArchiveError('manifestUnreadable', `${MANIFEST_NAME} ${list}.${counts[list]}`);
    counts[list] += 1;
    if (counts[list] > most[list]) throw new ArchiveError('manifestTooLarge', MANIFEST_NAME);
    rows.push(mended.row);
    part.leftOut += mended.leftOut;
  }

  for await (const item of itemsOf(source)) {
    if (!item.list) header.add(item.field, item.value);
    else if (item.list === 'jobs') keep('jobs', reader.archivedJob(item.row), part.jobs);
    else keep('pictures', reader.archivedPicture(item.row), part.pictures);
    if (part.jobs.length + part.pictures.length < WINDOW) continue;
    yield part;
    part = emptyPart();
  }
  header.end();
  yield part;
};

/** Each row once, each entry once, and every picture with its job. */
function isConsistent({ jobs, pictures }: Manifest): boolean {
  const jobIds = new Set(jobs.map(({ id }) => id));
  const pictureIds = new Set(pictures.map(({ picture }) => picture.id));
  const paths = pictures.flatMap(({ path, thumbnail }) => [path, ...(thumbnail ? [thumbnail.path] : [])]);
  return (
    jobIds.size === jobs.length &&
    pictureIds.size === pictures.length &&
    new Set(paths).size === paths.length &&
    pictures.every(({ picture }) => jobIds.has(picture.jobId))
  );
}

/**
 * A whole manifest from its parts.
 * @throws ArchiveError where it contradicts itself; the signal's reason where it was cancelled
 */
export async function collectManifest(
  parts: AsyncIterable<ManifestPart>,
  signal: AbortSignal,
): Promise<{ readonly manifest: Manifest; readonly leftOut: number }> {
  const jobs: Job[] = [];
  const pictures: ArchivedPicture[] = [];
  let leftOut = 0;
  for await (const part of parts) {
    signal.throwIfAborted();
    jobs.push(...part.jobs);
    pictures.push(...part.pictures);
    leftOut += part.leftOut;
  }
  const manifest = { jobs, pictures };
  if (!isConsistent(manifest)) throw new ArchiveError('inconsistent', MANIFEST_NAME);
  return { manifest, leftOut };
}
