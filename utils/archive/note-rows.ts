import type { ImportBatch, ReplacedRows } from '../core/archive/import-batch';
import type { ReplacedRow } from '../core/archive/replaced-row';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';

/** What takes an import back, as it grows batch by batch. */
interface GrowingRows {
  readonly jobs: string[];
  readonly pictures: string[];
  readonly replaced: { readonly jobs: ReplacedRow<Job>[]; readonly pictures: ReplacedRow<Picture>[] };
}

/** Nothing so far. */
export function createUndoRows(): GrowingRows {
  return { jobs: [], pictures: [], replaced: { jobs: [], pictures: [] } };
}

/** Notes what a batch adds. */
export function noteAdded(rows: GrowingRows, { jobs, added }: Pick<ImportBatch, 'jobs' | 'added'>): void {
  rows.jobs.push(...jobs.filter(({ isNew }) => isNew).map(({ row }) => row.id));
  rows.pictures.push(...added.map(({ picture }) => picture.id));
}

/** Notes what a batch replaced. */
export function noteReplaced({ replaced }: GrowingRows, { jobs, pictures }: ReplacedRows): void {
  replaced.jobs.push(...jobs);
  replaced.pictures.push(...pictures);
}
