import type { ArchiveReader } from '../core/archive/archive-ports';
import type { ImportBatch, ReplacedRows } from '../core/archive/import-batch';
import { jobMark, rowMark } from '../core/archive/replaced-row';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';

/** Rows of the history that an archive has, too, as they were read. */
export interface ReadRows {
  readonly pictures: readonly Picture[];
  readonly jobs: ReadonlyMap<string, Job>;
}

/**
 * What a batch replaced, where its answer was lost on its way: rows that are others than they were when they were read.
 * Of a batch that was not written there are none.
 */
export async function findReplaced(
  reader: ArchiveReader,
  batch: ImportBatch,
  was: ReadRows,
): Promise<ReplacedRows> {
  const pictures = new Map(was.pictures.map((row) => [row.id, row]));
  const nowPictures = await reader.pictures(batch.replaced.map(({ id }) => id));
  const nowJobs = await reader.jobs(batch.jobs.filter(({ isNew }) => !isNew).map(({ row }) => row.id));
  return {
    pictures: nowPictures.flatMap((now) => {
      const before = pictures.get(now.id);
      return before && rowMark(before) !== rowMark(now) ? [{ before, mark: rowMark(now) }] : [];
    }),
    jobs: nowJobs.flatMap((now) => {
      const before = was.jobs.get(now.id);
      return before && rowMark(before) !== rowMark(now) ? [{ before, mark: jobMark(now) }] : [];
    }),
  };
}
