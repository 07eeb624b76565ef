/**
 * Every reason to refuse an archive, as a closed set; words for each are in the locale files under `defect.<kind>`. One
 * defect refuses the whole archive: half an import would be a backup that silently misses pictures.
 */
export const ARCHIVE_DEFECTS = [
  'notZip',
  'damaged',
  'encrypted',
  'compression',
  'unsafeName',
  'duplicateName',
  'overlapping',
  'tooMany',
  'tooLarge',
  'noManifest',
  'manifestTooLarge',
  'manifestUnreadable',
  'notOurs',
  'newerVersion',
  'inconsistent',
  'missingEntry',
  'wrongBytes',
  'notPicture',
  'unreadable',
  'notAlone',
] as const;

export type ArchiveDefect = (typeof ARCHIVE_DEFECTS)[number];

/** Whether a value from another thread is one of these kinds. */
export function isArchiveDefect(value: unknown): value is ArchiveDefect {
  return ARCHIVE_DEFECTS.some((defect) => defect === value);
}

/** Tells what is wrong with an archive, and where. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly defect: ArchiveDefect;
  /** Name of the entry it is about; empty where it is about the whole. */
  readonly entry: string;

  constructor(defect: ArchiveDefect, entry = '', options?: ErrorOptions) {
    super(entry === '' ? defect : `${defect}: ${entry}`, options);
    this.defect = defect;
    this.entry = entry;
  }
}
