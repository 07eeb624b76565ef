import type { Job } from '../job/job';
import type { Picture } from '../picture/picture';
import { groupBy } from '../text/group-by';
import type { ArchivedPicture, Manifest } from './archive-format';
import { copiedId, type RandomUuid } from './import-ids';

/** What becomes of pictures that are here already. */
export const CONFLICT_CHOICES = ['skip', 'replace', 'keepBoth'] as const;

export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** A picture of the history that may be one of the archive. */
export type HerePicture = Pick<Picture, 'id' | 'sha256' | 'deletedAt'>;

/** What the history has that an archive has, too. */
export interface HereRows {
  /** All with an id or a digest of the archive, deleted ones included. */
  readonly pictures: readonly HerePicture[];
  /** Jobs with an id of the archive. */
  readonly jobs: ReadonlyMap<string, Pick<Job, 'createdAt' | 'prompt'>>;
}

/** Which picture of the history each picture of an archive is, by the archive's ids. */
export type Matches = ReadonlyMap<string, HerePicture>;

/**
 * Finds the pictures of an archive that are here already: the same bytes, by preference under the same id. Each is one
 * picture at most, so that two with the same bytes come back as two. An id alone proves nothing: with other bytes it is
 * another picture, and neither is lost for the other.
 */
export function matchPictures(archived: readonly ArchivedPicture[], here: readonly HerePicture[]): Matches {
  const byId = new Map(here.map((one) => [one.id, one]));
  const matches = new Map<string, HerePicture>();
  for (const { picture } of archived) {
    const same = byId.get(picture.id);
    if (same?.sha256 === picture.sha256) matches.set(picture.id, same);
  }
  const taken = new Set([...matches.values()].map(({ id }) => id));
  const free = groupBy(
    here.filter(({ id }) => !taken.has(id)),
    ({ sha256 }) => sha256,
  );
  // What a person can see comes before what is in the trash.
  for (const group of free.values()) group.sort((a, b) => (b.deletedAt ?? -1) - (a.deletedAt ?? -1));
  for (const { picture } of archived) {
    const other = matches.has(picture.id) ? undefined : free.get(picture.sha256)?.pop();
    if (other) matches.set(picture.id, other);
  }
  return matches;
}

/** What an import is about, before anything is written. */
export interface ImportCounts {
  readonly pictures: number;
  readonly bytes: number;
  readonly fresh: number;
  /** Already here, those in the trash included. */
  readonly here: number;
  readonly inTrash: number;
  /** Jobs without a picture in the archive that are not here: those that failed, for example. */
  readonly jobsAlone: number;
}

/** Counts what an archive would bring. */
export function countImport(manifest: Manifest, matches: Matches, { jobs }: HereRows): ImportCounts {
  const { pictures } = manifest;
  const withPictures = new Set(pictures.map(({ picture }) => picture.jobId));
  const matched = [...matches.values()];
  return {
    pictures: pictures.length,
    bytes: pictures.reduce((sum, { picture }) => sum + picture.byteSize, 0),
    fresh: pictures.length - matched.length,
    here: matched.length,
    inTrash: matched.filter(({ deletedAt }) => deletedAt !== undefined).length,
    jobsAlone: manifest.jobs.filter(({ id }) => !withPictures.has(id) && !jobs.has(id)).length,
  };
}

/** A picture to be added, with the row it gets. */
export interface AddedPicture {
  readonly source: ArchivedPicture;
  readonly picture: Picture;
}

/** What is written together: one job of an archive with its pictures. */
export interface ImportStep {
  /** A new row, or one in place of that with the same id; absent where the job stays as it is. */
  readonly job?: { readonly row: Job; readonly isNew: boolean };
  readonly added: readonly AddedPicture[];
  /** Rows to take over, each under the id that the picture has here. */
  readonly replaced: readonly Picture[];
  /** How many stay as they are. */
  readonly skipped: number;
}

/** A job with the pictures of an archive that shall stand under it. */
function addUnder(
  job: Job,
  sources: readonly ArchivedPicture[],
  isTaken: (id: string) => boolean,
  random: RandomUuid,
): { readonly row: Job; readonly added: readonly AddedPicture[] } {
  const ids = new Map<string, string>();
  for (const { picture } of sources) {
    ids.set(picture.id, isTaken(picture.id) ? copiedId(picture.id, random) : picture.id);
  }
  const added = sources.map((source) => {
    const id = ids.get(source.picture.id) ?? source.picture.id;
    return { source, picture: { ...source.picture, id, jobId: job.id } };
  });
  return { row: { ...job, pictureIds: job.pictureIds.map((id) => ids.get(id) ?? id) }, added };
}

interface PlanInput {
  readonly manifest: Manifest;
  readonly here: HereRows;
  readonly matches: Matches;
  readonly choice: ConflictChoice;
  readonly random: RandomUuid;
}

/** What becomes of everything in an archive, job by job; nothing is written by it. */
export function planImport(input: PlanInput): readonly ImportStep[] {
  const { manifest, here, matches, choice, random } = input;
  const pictures = groupBy(manifest.pictures, ({ picture }) => picture.jobId);
  const takenIds = new Set(here.pictures.map(({ id }) => id));
  const isTaken = (id: string): boolean => takenIds.has(id);

  function step(archived: Job): readonly ImportStep[] {
    const own = pictures.get(archived.id) ?? [];
    const known = own.filter(({ picture }) => matches.has(picture.id));
    const fresh = own.filter(({ picture }) => !matches.has(picture.id));
    const other = here.jobs.get(archived.id);
    const isHere = other?.createdAt === archived.createdAt && other.prompt === archived.prompt;
    const job = other && !isHere ? { ...archived, id: copiedId(archived.id, random) } : archived;
    const replaced = choice === 'replace' ? known.map((one) => replacement(one, matches)) : [];
    const skipped = choice === 'skip' ? known.length : 0;

    if (!isHere) {
      const sources = choice === 'keepBoth' ? own : fresh;
      // A job whose pictures are all here under another one has nothing to bring.
      if (own.length > 0 && sources.length === 0) return [{ added: [], replaced, skipped }];
      const { row: whole, added } = addUnder(job, sources, isTaken, random);
      return [{ job: { row: whole, isNew: true }, added, replaced, skipped }];
    }
    const { row: whole, added } = addUnder(job, fresh, isTaken, random);
    const rest: ImportStep = {
      ...(choice === 'replace' && { job: { row: whole, isNew: false } }),
      added,
      replaced,
      skipped,
    };
    if (choice !== 'keepBoth' || known.length === 0) return [rest];
    const copied = new Set(known.map(({ picture }) => picture.id));
    const copy = {
      ...job,
      id: copiedId(job.id, random),
      // One that is not in the archive belongs to the job that is here, and is not missing either.
      pictureIds: job.pictureIds.map((id) => (copied.has(id) ? id : copiedId(id, random))),
    };
    const copies = addUnder(copy, known, () => true, random);
    return [rest, { job: { row: copies.row, isNew: true }, added: copies.added, replaced: [], skipped: 0 }];
  }

  return manifest.jobs.flatMap(step).filter(({ job, added, replaced, skipped }) => {
    return job !== undefined || added.length + replaced.length + skipped > 0;
  });
}

/** The row of the archive under the id that the picture has here; the trash lets it go. */
function replacement({ picture }: ArchivedPicture, matches: Matches): Picture {
  const { deletedAt: _, ...row } = picture;
  return { ...row, id: matches.get(picture.id)?.id ?? picture.id };
}
