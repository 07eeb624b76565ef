import type { ArchivedPicture } from '../core/archive/archive-format';
import type { ArchiveReader } from '../core/archive/archive-ports';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import type { MendedRow } from './mend-row';
import { createRowReader } from './read-rows';

/** What an export left out of rows that do not pass the import's schemas. */
export interface LeftOut {
  /** Values of fields that were left out or cut. */
  readonly values: number;
  /** Jobs and pictures that could not be mended. */
  readonly rows: number;
}

/** Reads rows for an export: each passes the schema of the import. */
export interface ExportReader {
  /** The jobs that are there, as they go into an archive. */
  jobs(ids: readonly string[]): Promise<readonly Job[]>;
  /** All jobs, some at a time. */
  allJobs(): AsyncGenerator<readonly Job[]>;
  /** The pictures that are there, deleted ones included, in the order of the ids. */
  pictures(ids: readonly string[]): Promise<readonly Picture[]>;
  /** The entries of a manifest that pass. */
  entries(archived: readonly ArchivedPicture[]): readonly ArchivedPicture[];
  leftOut(): LeftOut;
}

/**
 * Makes a reader for one export. A row that is read several times counts once.
 * @param now milliseconds since the epoch
 */
export function createExportReader(reader: ArchiveReader, now: number): ExportReader {
  const rows = createRowReader(now);
  const values = new Map<string, number>();
  const lost = new Set<string>();

  function taken<Row, Given>(
    given: readonly Given[],
    idOf: (row: Given) => string,
    read: (row: Given) => MendedRow<Row> | undefined,
  ): readonly Row[] {
    return given.flatMap((one) => {
      const mended = read(one);
      if (!mended) lost.add(idOf(one));
      else if (mended.leftOut > 0) values.set(idOf(one), mended.leftOut);
      return mended ? [mended.row] : [];
    });
  }

  const jobsOf = (jobs: readonly Job[]): readonly Job[] => taken(jobs, ({ id }) => id, rows.exportedJob);

  return {
    jobs: async (ids) => jobsOf(await reader.jobs(ids)),
    async *allJobs() {
      for (let jobs = await reader.jobsAfter(undefined); jobs.length > 0;) {
        yield jobsOf(jobs);
        jobs = await reader.jobsAfter(jobs.at(-1)?.id);
      }
    },
    pictures: async (ids) => taken(await reader.pictures(ids), ({ id }) => id, rows.keptPicture),
    entries: (archived) => taken(archived, ({ path }) => path, rows.archivedPicture),
    leftOut: () => ({
      values: [...values.values()].reduce((sum, count) => sum + count, 0),
      rows: lost.size,
    }),
  };
}
