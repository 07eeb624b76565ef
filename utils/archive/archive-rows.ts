import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchivedPicture } from '../core/archive/archive-format';
import { PAGE_END, pageItem, pageStart, type ArchivePageWords } from '../core/archive/archive-page';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import type { ExportReader } from './export-reader';

/** A picture whose bytes are in the archive by now: what of its entry cannot be read from its row again. */
export interface WrittenPicture extends Omit<ArchivedPicture, 'picture'> {
  readonly id: string;
  /** What its bytes are, which a row that was damaged may not say. */
  readonly facts: Pick<Picture, 'type' | 'byteSize' | 'sha256'>;
}

/** Rows that are in memory at a time. */
const WINDOW = 500;

/** The pictures with their rows as they are now, some at a time; those that went for good meanwhile are left out. */
async function* inWindows(
  reader: ExportReader,
  written: readonly WrittenPicture[],
): AsyncGenerator<readonly ArchivedPicture[]> {
  for (let start = 0; start < written.length; start += WINDOW) {
    const part = new Map(written.slice(start, start + WINDOW).map((one) => [one.id, one]));
    const rows = await reader.pictures([...part.keys()]);
    const entries = rows.flatMap(({ deletedAt: _, ...picture }) => {
      const found = part.get(picture.id);
      if (!found) return [];
      const { id: _id, facts, ...entry } = found;
      return [{ ...entry, picture: { ...picture, ...facts } }];
    });
    yield reader.entries(entries);
  }
}

/** All jobs, or those of the pictures. */
async function* jobsOf(
  reader: ExportReader,
  written: readonly WrittenPicture[],
  isWhole: boolean,
): AsyncGenerator<readonly Job[]> {
  if (isWhole) {
    yield* reader.allJobs();
    return;
  }
  const ids = new Set<string>();
  for await (const part of inWindows(reader, written)) for (const { picture } of part) ids.add(picture.jobId);
  const all = [...ids];
  for (let start = 0; start < all.length; start += WINDOW)
    yield reader.jobs(all.slice(start, start + WINDOW));
}

/** What a manifest says before its rows. */
export interface ManifestFacts {
  readonly madeAt: number;
  readonly madeBy: string;
  /** Whether jobs without pictures belong to it. */
  readonly isWhole: boolean;
}

async function* list(name: string, rows: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = `,"${name}":[\n`;
  for await (const part of rows) {
    if (part.length === 0) continue;
    yield before + part.map((row) => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield before.startsWith(',"') ? `${before}]` : '\n]';
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

async function* manifestText(
  reader: ExportReader,
  written: readonly WrittenPicture[],
  { isWhole, ...facts }: ManifestFacts,
): AsyncGenerator<string> {
  const header = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, ...facts };
  yield JSON.stringify(header).slice(0, -1);
  yield* list('jobs', jobsOf(reader, written, isWhole));
  yield* list('pictures', inWindows(reader, written));
  yield '}\n';
}

async function* pageText(
  reader: ExportReader,
  written: readonly WrittenPicture[],
  words: ArchivePageWords,
): AsyncGenerator<string> {
  yield pageStart(words);
  for await (const part of inWindows(reader, written)) {
    const rows = await reader.jobs([...new Set(part.map(({ picture }) => picture.jobId))]);
    const jobs = new Map(rows.map((job) => [job.id, job]));
    yield part
      .map((archived) => {
        const job = jobs.get(archived.picture.jobId);
        return job ? pageItem(archived, job, words) : '';
      })
      .join('');
  }
  yield PAGE_END;
}

/** The manifest as it is asked for: JSON with one row on each line. */
export function manifestBytes(
  reader: ExportReader,
  written: readonly WrittenPicture[],
  facts: ManifestFacts,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return encoded(manifestText(reader, written, facts));
}

/** The page as it is asked for. */
export function pageBytes(
  reader: ExportReader,
  written: readonly WrittenPicture[],
  words: ArchivePageWords,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return encoded(pageText(reader, written, words));
}
