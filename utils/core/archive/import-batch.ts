import type { Job } from '../job/job';
import type { Picture, WholePicture } from '../picture/picture';
import type { ReplacedRow } from './replaced-row';

/** What an import brings at a time. */
export interface ImportBatch {
  /** Jobs, each new or in place of the one with the same id. */
  readonly jobs: readonly { readonly row: Job; readonly isNew: boolean }[];
  readonly added: readonly WholePicture[];
  /** Rows to take the place of those with the same id and bytes. */
  readonly replaced: readonly Picture[];
}

/** Rows that an import replaced. */
export interface ReplacedRows {
  readonly jobs: readonly ReplacedRow<Job>[];
  readonly pictures: readonly ReplacedRow<Picture>[];
}

/** What was written of a batch. */
export interface ImportedBatch {
  /** How many pictures were added, and how many have the rows of the archive now. */
  readonly added: number;
  readonly replaced: number;
  /** The rows that are others now; many are the same as before. */
  readonly before: ReplacedRows;
}

/** What takes an import back. */
export interface UndoRows {
  /** Ids of what was added. */
  readonly jobs: readonly string[];
  readonly pictures: readonly string[];
  readonly replaced: ReplacedRows;
}

/** How many pictures an import was taken back of. */
export interface UndoneCounts {
  /** Those that it had added, and that are gone. */
  readonly removed: number;
  /** Those that are as they were before. */
  readonly putBack: number;
  /** Those that stay as they are, because they were changed since. */
  readonly changed: number;
}

/** What came of an import. */
export interface ImportOutcome {
  /** Pictures that were added, and were found in the history afterwards. */
  readonly added: number;
  readonly replaced: number;
  readonly skipped: number;
  /** Jobs that were added without a picture. */
  readonly jobsAlone: number;
  /** Pictures of the history before and after. */
  readonly before: number;
  readonly after: number;
  /** Pictures that were to come; fewer came where it was cancelled or failed. */
  readonly wanted: number;
  /** Why it ended early: what was thrown; the signal's reason where it was cancelled. */
  readonly stopped?: { readonly thrown: unknown };
  /** What can be taken back. */
  readonly rows: UndoRows;
}
