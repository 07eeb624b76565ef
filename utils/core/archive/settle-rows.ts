import type { Job } from '../job/job';
import type { Picture } from '../picture/picture';
import { groupBy } from '../text/group-by';
import type { ArchivedPicture, Manifest } from './archive-format';
import { idAt, type RandomUuid } from './import-ids';
import { isOwnId } from './own-id';

/** Most pictures under one job: the pages of a job read all of them. */
const MOST_PICTURES = 100;

interface Settling {
  /** Latest time that an id may have, in milliseconds since the epoch. */
  readonly latest: number;
  readonly random: RandomUuid;
}

/** New ids, by the old ones, for rows whose id is none of ours. */
function newIds(
  rows: readonly Pick<Job | Picture, 'id' | 'createdAt'>[],
  { latest, random }: Settling,
): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ id, createdAt }): [string, string][] =>
      isOwnId(id, latest) ? [] : [[id, idAt(createdAt, random)]],
    ),
  );
}

/** The job with its pictures in the order of its row; those that it does not name come last. */
function withPictures(job: Job, own: readonly string[]): Job {
  const { pictureIndexes = {}, ...rest } = job;
  const isOwn = new Set(own);
  // Pictures that are not in the archive are not missing for that: they may be here.
  const others = job.pictureIds.filter((id) => !isOwn.has(id)).slice(0, MOST_PICTURES - own.length);
  const places = new Map(job.pictureIds.map((id, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) ?? MOST_PICTURES;
  const pictureIds = [...own, ...others].toSorted((one, other) => placeOf(one) - placeOf(other));
  const indexes = pictureIds.flatMap((id): [string, number][] => {
    const index = pictureIndexes[id];
    return index === undefined ? [] : [[id, index]];
  });
  return {
    ...rest,
    pictureIds,
    ...(indexes.length > 0 && { pictureIndexes: Object.fromEntries(indexes) }),
  };
}

/**
 * The rows of an archive with ids of ours, each with the time of its row where it had another one, and with at most 100
 * pictures under a job: those above are under further jobs of the same words.
 */
export function settleRows({ jobs, pictures }: Manifest, settling: Settling): Manifest {
  const { latest, random } = settling;
  const jobIds = newIds(jobs, settling);
  const pictureIds = newIds(
    pictures.map(({ picture }) => picture),
    settling,
  );
  const idOf = (id: string): string => pictureIds.get(id) ?? id;
  const ofJob = groupBy(pictures, ({ picture }) => picture.jobId);
  const settledPictures: ArchivedPicture[] = [];

  function take(entries: readonly ArchivedPicture[], jobId: string): readonly string[] {
    return entries.map((entry) => {
      const id = idOf(entry.picture.id);
      settledPictures.push({ ...entry, picture: { ...entry.picture, id, jobId } });
      return id;
    });
  }

  const settledJobs = jobs.flatMap((archived): readonly Job[] => {
    const { repeatOf, pictureIndexes = {}, ...row } = archived;
    const named = new Set(row.pictureIds.map(idOf));
    const job: Job = {
      ...row,
      id: jobIds.get(row.id) ?? row.id,
      pictureIds: [...named].filter((id) => isOwnId(id, latest)),
      pictureIndexes: Object.fromEntries(
        Object.entries(pictureIndexes).map(([id, index]) => [idOf(id), index]),
      ),
      ...(repeatOf !== undefined && { repeatOf: jobIds.get(repeatOf) ?? repeatOf }),
    };
    const entries = ofJob.get(archived.id) ?? [];
    const settled = [withPictures(job, take(entries.slice(0, MOST_PICTURES), job.id))];
    for (let start = MOST_PICTURES; start < entries.length; start += MOST_PICTURES) {
      const copy = { ...job, id: idAt(job.createdAt, random), pictureIds: [], pictureIndexes: {} };
      settled.push(withPictures(copy, take(entries.slice(start, start + MOST_PICTURES), copy.id)));
    }
    return settled;
  });
  return { jobs: settledJobs, pictures: settledPictures };
}
