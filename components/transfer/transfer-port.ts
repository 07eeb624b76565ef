import type { TransferSize, TransferWatch } from '@/utils/core/archive/archive-ports';
import type { ImportOutcome, UndoneCounts, UndoRows } from '@/utils/core/archive/import-batch';
import type { ConflictChoice, ImportCounts } from '@/utils/core/archive/import-plan';

/** What was taken elsewhere. */
export interface ExportResult extends TransferSize {
  /** Name of the file the browser saves. */
  readonly name: string;
  /** How many pictures are not in it, because their bytes cannot be read. */
  readonly unreadable: number;
  /** Damaged values, and damaged jobs and pictures, that are not in it. */
  readonly leftOut: { readonly values: number; readonly rows: number };
}

/** What came of picture files that were brought in. */
export interface PicturesResult {
  /** Ids of pictures that were here already. */
  readonly known: readonly string[];
  /** How many of these were in the trash, and are out of it now. */
  readonly restored: number;
  /** Names of files that are no pictures. */
  readonly refused: readonly string[];
  /** What can be taken back. */
  readonly rows: UndoRows;
}

/** What a checked archive would bring. */
export interface FoundCounts extends ImportCounts {
  /** Damaged values that will not be imported. */
  readonly leftOut: number;
}

/** Files that a person brought, looked at. */
export type OpenedFiles =
  | {
      readonly kind: 'archive';
      readonly counts: FoundCounts;
      /** Brings it in; what went wrong on the way is in the outcome, with what was brought in. */
      readonly run: (choice: ConflictChoice, watch: TransferWatch) => Promise<ImportOutcome>;
    }
  | { readonly kind: 'pictures'; readonly result: PicturesResult };

/** What taking the history elsewhere and bringing it back asks of the world. */
export interface TransferPort {
  /** How much an export would take; of all pictures where no ids are given. */
  measure(ids?: readonly string[]): Promise<TransferSize>;
  /**
   * Writes the pictures with these ids, in their order, or the whole history, into a ZIP that the browser saves.
   * @throws what went wrong; then nothing is left of it
   */
  exportPictures(ids: readonly string[] | undefined, watch: TransferWatch): Promise<ExportResult>;
  /**
   * Looks through one archive, or brings pictures in.
   * @throws ArchiveError where an archive is refused; then nothing was changed
   */
  openFiles(files: readonly File[], watch: TransferWatch): Promise<OpenedFiles>;
  /** Takes back what was added, and puts back what was replaced. Where it failed it may be asked again. */
  undo(rows: UndoRows): Promise<UndoneCounts>;
}

/** What a person wants; another object each time. */
export type TransferWish =
  | { readonly kind: 'look'; readonly shown: readonly string[] | undefined }
  | { readonly kind: 'export'; readonly ids: readonly string[] }
  | { readonly kind: 'open'; readonly files: readonly File[] };
