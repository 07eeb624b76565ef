import type { Job } from './job';
import type { NewPicture, Picture } from './picture';

/** What an import brings at a time. */
export interface ImportBatch {
  /** Jobs, each new or in place of the one with the same id. */
  readonly jobs: readonly { readonly row: Job; readonly isNew: boolean }[];
  readonly added: readonly Required<NewPicture>[];
  /** Rows to take the place of those with the same id and bytes. */
  readonly replaced: readonly Picture[];
}

/** How many pictures were written. */
export interface ImportedCounts {
  readonly added: number;
  readonly replaced: number;
}

/** What an import added, by their ids. */
export interface AddedRows {
  readonly jobs: readonly string[];
  readonly pictures: readonly string[];
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
  readonly rows: AddedRows;
}
