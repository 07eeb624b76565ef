import type { Job } from '../job/job';
import { fingerprint } from '../text/fingerprint';

/** A row that another one took the place of. */
export interface ReplacedRow<Row> {
  /** As it was. */
  readonly before: Row;
  /** The mark of what was written in its place: whoever finds another one there finds what was changed since. */
  readonly mark: number;
}

/** Fields in the order of their names, wherever they stand. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** A number that tells a row from what becomes of it, and is kept instead of it; equal rows have the same. */
export function rowMark(row: object): number {
  return fingerprint(JSON.stringify(row, sorted));
}

/** The same of a job, whatever pictures it has: these come and go without changing it. */
export function jobMark(job: Job): number {
  return rowMark({ ...job, pictureIds: [] });
}
