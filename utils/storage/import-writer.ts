import type { ImportBatch, ImportedBatch } from '../core/archive/import-batch';
import { jobMark, rowMark, type ReplacedRow } from '../core/archive/replaced-row';
import type { AnnounceChange } from '../core/change';
import { isOpen, type Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import { groupBy } from '../core/text/group-by';
import { write, type OpenDatabase, type Writing } from './database';

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails'] as const;

type Change = Writing<typeof STORES>;

/** What is noted of a row that was replaced: nothing where it is the same. */
function changeOf<Row extends object>(before: Row, written: Row, mark: number): readonly ReplacedRow<Row>[] {
  return rowMark(before) === rowMark(written) ? [] : [{ before, mark }];
}

/**
 * One that is being drawn is left alone, and so is one with pictures that arrived or are at addresses: only its row names
 * them, and no archive does. Pictures that the other row does not name stay with the job.
 */
async function replaceJob(transaction: Change, row: Job): Promise<readonly ReplacedRow<Job>[]> {
  const store = transaction.objectStore('jobs');
  const here = await store.get(row.id);
  if (here && (isOpen(here.state) || here.arrivedPictures || here.pendingPictures)) return [];
  const written = { ...row, pictureIds: [...new Set([...row.pictureIds, ...(here?.pictureIds ?? [])])] };
  await store.put(written);
  return here ? changeOf(here, written, jobMark(written)) : [];
}

/** Pictures whose job was here before stand in its row, too. */
async function joinJobs(transaction: Change, pictures: readonly Picture[]): Promise<readonly string[]> {
  const store = transaction.objectStore('jobs');
  const joined: string[] = [];
  for (const [jobId, own] of groupBy(pictures, (picture) => picture.jobId)) {
    const job = await store.get(jobId);
    if (!job) throw new RangeError(`No job ${jobId} for its picture`);
    const pictureIds = [...new Set([...job.pictureIds, ...own.map(({ id }) => id)])];
    if (pictureIds.length === job.pictureIds.length) continue;
    await store.put({ ...job, pictureIds });
    joined.push(jobId);
  }
  return joined;
}

/** The picture stays under its job and comes out of the trash. One that is gone, or another by now, stays as it is. */
async function replacePicture(
  transaction: Change,
  row: Picture,
): Promise<readonly ReplacedRow<Picture>[] | undefined> {
  const store = transaction.objectStore('pictures');
  const here = await store.get(row.id);
  if (here?.sha256 !== row.sha256) return undefined;
  const written = { ...row, jobId: here.jobId, index: here.index };
  await store.put(written);
  return changeOf(here, written, rowMark(written));
}

/**
 * Writes a part of an import, all of it or nothing. What is new is added and never takes the place of anything; of what
 * is replaced, the rows as they were before are the answer.
 * @throws FailureError for each kind of storage trouble, also where an id is taken or a picture has no job
 */
export async function importHistory(
  open: OpenDatabase,
  announce: AnnounceChange,
  { jobs, added, replaced }: ImportBatch,
): Promise<ImportedBatch> {
  const { joined, ...done } = await write(open, STORES, async (transaction) => {
    const replacedJobs: ReplacedRow<Job>[] = [];
    for (const { row, isNew } of jobs) {
      if (isNew) await transaction.objectStore('jobs').add(row);
      else replacedJobs.push(...(await replaceJob(transaction, row)));
    }
    const pictures = added.map(({ picture }) => picture);
    const ids = await joinJobs(transaction, pictures);
    const changes = await Promise.all(replaced.map((row) => replacePicture(transaction, row)));
    await Promise.all(
      added.flatMap(({ picture, original, thumbnail }) => [
        transaction.objectStore('pictures').add(picture),
        transaction.objectStore('originals').add(original, picture.id),
        ...(thumbnail ? [transaction.objectStore('thumbnails').add(thumbnail, picture.id)] : []),
      ]),
    );
    const written = changes.filter((change) => change !== undefined);
    return {
      joined: ids,
      replaced: written.length,
      before: { jobs: replacedJobs, pictures: written.flat() },
    };
  });
  announce({
    jobs: [...new Set([...jobs.map(({ row }) => row.id), ...joined])],
    pictures: [...added.map(({ picture }) => picture.id), ...replaced.map(({ id }) => id)],
  });
  return { added: added.length, ...done };
}
