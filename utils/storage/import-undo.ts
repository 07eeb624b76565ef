import type { UndoneCounts, UndoRows } from '../core/archive/import-batch';
import { jobMark, rowMark, type ReplacedRow } from '../core/archive/replaced-row';
import type { AnnounceChange } from '../core/change';
import { isOpen, type Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import { write, type OpenDatabase, type Writing } from './database';

const PICTURE_STORES = ['pictures', 'originals', 'thumbnails'] as const;

const STORES = ['jobs', ...PICTURE_STORES] as const;

type Change = Writing<typeof STORES>;

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

/** Pictures that came since stay with the job; one that is under way, or was changed since, stays as it is. */
async function putBackJob(transaction: Change, { before, mark }: ReplacedRow<Job>): Promise<void> {
  const store = transaction.objectStore('jobs');
  const here = await store.get(before.id);
  if (!here || isOpen(here.state) || jobMark(here) !== mark) return;
  const own = await transaction.objectStore('pictures').index('jobId').getAllKeys(before.id);
  const since = here.pictureIds.filter((id) => own.includes(id) && !before.pictureIds.includes(id));
  await store.put({ ...before, pictureIds: [...before.pictureIds, ...since] });
}

/** What became of a row; nothing where the picture is gone, or is as it was before already. */
async function putBackPicture(
  transaction: Change,
  { before, mark }: ReplacedRow<Picture>,
): Promise<'putBack' | 'changed' | undefined> {
  const store = transaction.objectStore('pictures');
  const here = await store.get(before.id);
  if (here?.sha256 !== before.sha256) return undefined;
  const now = rowMark(here);
  if (now !== mark) return now === rowMark(before) ? undefined : 'changed';
  await store.put(before);
  return 'putBack';
}

/**
 * Takes an import back, all of it or nothing: what it added goes, and rows that it replaced are as they were before. A
 * job that has begun to draw again since, or has other pictures by now, stays. So does a row that a person, or a job
 * that was drawn again, has changed since: that is newer than what the import wrote and than what it replaced.
 * @throws FailureError for each kind of storage trouble
 */
export async function undoImport(
  open: OpenDatabase,
  announce: AnnounceChange,
  { jobs, pictures, replaced }: UndoRows,
): Promise<UndoneCounts> {
  const counts = await write(open, STORES, async (transaction) => {
    const rows = transaction.objectStore('pictures');
    const found = await Promise.all(pictures.map((id) => rows.get(id)));
    const gone = found.filter((row) => row !== undefined);
    await Promise.all(
      gone.flatMap(({ id }) => PICTURE_STORES.map((name) => transaction.objectStore(name).delete(id))),
    );
    await leaveJobs(transaction, new Set(jobs), gone);
    await Promise.all(replaced.jobs.map((row) => putBackJob(transaction, row)));
    const ends = await Promise.all(replaced.pictures.map((row) => putBackPicture(transaction, row)));
    return {
      removed: gone.length,
      putBack: ends.filter((end) => end === 'putBack').length,
      changed: ends.filter((end) => end === 'changed').length,
    };
  });
  announce({
    jobs: [...jobs, ...replaced.jobs.map(({ before }) => before.id)],
    pictures: [...pictures, ...replaced.pictures.map(({ before }) => before.id)],
  });
  return counts;
}
