import type { ArchivedPicture } from '../core/archive/archive-format';
import { archivedJob } from '../core/archive/archive-job';
import { isOwnId, latestTime } from '../core/archive/own-id';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import { timeOfId } from '../core/picture/picture-time';
import { mendRow, type MendedRow, type Substitutes } from './mend-row';
import { createRowSchemas } from './row-schemas';

/** Stands in for a digest that is damaged; an export takes that of the bytes. */
export const UNKNOWN_DIGEST = '0'.repeat(64);

/** Reads rows of the history and of archives: what does not pass the schemas is mended, or the row is refused. */
export interface RowReader {
  /** A job of the history as it goes into an archive. */
  readonly exportedJob: (row: unknown) => MendedRow<Job> | undefined;
  /** A picture of the history, with its time in the trash. */
  readonly keptPicture: (row: unknown) => MendedRow<Picture> | undefined;
  /** A job of the history with all that is known of it. */
  readonly keptJob: (row: unknown) => MendedRow<Job> | undefined;
  /** A job of an archive. */
  readonly archivedJob: (row: unknown) => MendedRow<Job> | undefined;
  /** A picture of an archive, with the names of its entries. */
  readonly archivedPicture: (row: unknown) => MendedRow<ArchivedPicture> | undefined;
}

const fieldOf = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;

const noText = (): string => '';
const nothing = (): number => 0;
const none = (): readonly unknown[] => [];

/**
 * Makes a reader. What is required and broken: a time becomes that of the row's id, or now; a cost becomes unknown; texts
 * of a passage, and the model, are empty; a picture is no favorite, and its size unknown. A job of an archive without
 * words or state, and a picture without type, size and digest, are refused; of the history's own jobs the words are empty
 * then and the state is `interrupted`, and of its own pictures an export takes these from the bytes, so that none is lost.
 * @param now milliseconds since the epoch
 */
export function createRowReader(now: number): RowReader {
  const latest = latestTime(now);
  const schemas = createRowSchemas(latest);

  function timeOf(row: unknown): number {
    const id = fieldOf(row, 'id');
    return typeof id === 'string' && isOwnId(id, latest) ? timeOfId(id) : now;
  }

  const archived: Substitutes = {
    createdAt: timeOf,
    attempts: nothing,
    pictureIds: none,
    cost: () => ({ amount: 0, unknownReplies: 1 }),
    'parameters.model': noText,
    'passage.quote': noText,
    'passage.before': noText,
    'passage.after': noText,
    'passage.headings': none,
    'passage.pageTitle': noText,
    'passage.pageUrl': noText,
    'passage.language': noText,
    'reply.actual': () => ({}),
  };
  const kept: Substitutes = {
    ...archived,
    prompt: noText,
    state: () => 'interrupted',
    parameters: () => ({ model: '' }),
  };
  const picture: Substitutes = {
    createdAt: timeOf,
    index: nothing,
    width: nothing,
    height: nothing,
    favorite: () => false,
  };
  const keptPicture: Substitutes = {
    ...picture,
    type: () => 'image/png',
    byteSize: () => 1,
    sha256: () => UNKNOWN_DIGEST,
  };
  const pictureEntry: Substitutes = Object.fromEntries(
    Object.entries(picture).map(([name, substitute]) => [
      `picture.${name}`,
      (row: unknown) => substitute(fieldOf(row, 'picture')),
    ]),
  );

  const keptJob = (row: unknown): MendedRow<Job> | undefined => mendRow(schemas.keptJob, row, kept);
  return {
    keptJob,
    exportedJob(row) {
      const whole = keptJob(row);
      const job = whole && mendRow(schemas.archivedJob, archivedJob(whole.row), kept);
      return job && { row: job.row, leftOut: whole.leftOut + job.leftOut };
    },
    keptPicture: (row) => mendRow(schemas.keptPicture, row, keptPicture),
    archivedJob: (row) => mendRow(schemas.archivedJob, row, archived),
    archivedPicture: (row) => mendRow(schemas.archivedPicture, row, pictureEntry),
  };
}
