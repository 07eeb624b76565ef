import type { AnnounceChange } from '../core/change';
import { groupBy } from '../core/group-by';
import type { AddedRows, ImportBatch, ImportedCounts } from '../core/import-batch';
import { isOpen, type Job } from '../core/job';
import type { Picture } from '../core/picture';
import { write, type OpenDatabase, type Writing } from './database';

const PICTURE_STORES = ['pictures', 'originals', 'thumbnails'] as const;

const STORES = ['jobs', ...PICTURE_STORES] as const;

type Change = Writing<typeof STORES>;

/** One that is being drawn is left alone; pictures that the other row does not know stay with the job. */
async function replaceJob(transaction: Change, row: Job): Promise<void> {
  const store = transaction.objectStore('jobs');
  const here = await store.get(row.id);
  if (here && isOpen(here.state)) return;
  await store.put({ ...row, pictureIds: [...new Set([...row.pictureIds, ...(here?.pictureIds ?? [])])] });
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
async function replacePicture(transaction: Change, row: Picture): Promise<number> {
  const store = transaction.objectStore('pictures');
  const here = await store.get(row.id);
  if (here?.sha256 !== row.sha256) return 0;
  await store.put({ ...row, jobId: here.jobId, index: here.index });
  return 1;
}

/**
 * Writes a part of an import, all of it or nothing. What is new is added and never takes the place of anything.
 * @throws FailureError for each kind of storage trouble, also where an id is taken or a picture has no job
 */
export async function importHistory(
  open: OpenDatabase,
  announce: AnnounceChange,
  { jobs, added, replaced }: ImportBatch,
): Promise<ImportedCounts> {
  const done = await write(open, STORES, async (transaction) => {
    for (const { row, isNew } of jobs) {
      if (isNew) await transaction.objectStore('jobs').add(row);
      else await replaceJob(transaction, row);
    }
    const pictures = added.map(({ picture }) => picture);
    const joined = await joinJobs(transaction, pictures);
    const written = await Promise.all(replaced.map((row) => replacePicture(transaction, row)));
    await Promise.all(
      added.flatMap(({ picture, original, thumbnail }) => [
        transaction.objectStore('pictures').add(picture),
        transaction.objectStore('originals').add(original, picture.id),
        transaction.objectStore('thumbnails').add(thumbnail, picture.id),
      ]),
    );
    return { joined, replaced: written.reduce((sum, count) => sum + count, 0) };
  });
  announce({
    jobs: [...new Set([...jobs.map(({ row }) => row.id), ...done.joined])],
    pictures: [...added.map(({ picture }) => picture.id), ...replaced.map(({ id }) => id)],
  });
  return { added: added.length, replaced: done.replaced };
}

/** Jobs that came with these pictures go; those that were here before forget them. */
async function leaveJobs(
  transaction: Change,
  came: ReadonlySet<string>,
  gone: readonly Picture[],
): Promise<void> {
  const store = transaction.objectStore('jobs');
  const ids = new Set(gone.map(({ id }) => id));
  for (const jobId of new Set([...came, ...gone.map((picture) => picture.jobId)])) {
    const job = await store.get(jobId);
    if (!job) continue;
    const left = await transaction.objectStore('pictures').index('jobId').count(jobId);
    if (came.has(jobId) && left === 0 && !isOpen(job.state)) await store.delete(jobId);
    else await store.put({ ...job, pictureIds: job.pictureIds.filter((id) => !ids.has(id)) });
  }
}

/**
 * Takes back what an import added. A job that has begun to draw again since, or has other pictures by now, stays.
 * @returns how many pictures these were
 */
export async function removeHistory(
  open: OpenDatabase,
  announce: AnnounceChange,
  { jobs, pictures }: AddedRows,
): Promise<number> {
  const removed = await write(open, STORES, async (transaction) => {
    const rows = transaction.objectStore('pictures');
    const found = await Promise.all(pictures.map((id) => rows.get(id)));
    const gone = found.filter((row) => row !== undefined);
    await Promise.all(
      gone.flatMap(({ id }) => PICTURE_STORES.map((name) => transaction.objectStore(name).delete(id))),
    );
    await leaveJobs(transaction, new Set(jobs), gone);
    return gone.length;
  });
  announce({ jobs, pictures });
  return removed;
}
