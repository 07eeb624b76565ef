import type { AnnounceChange } from '../core/change';
import type { Job } from '../core/job/job';
import type { WholePicture } from '../core/picture/picture';
import { write, type OpenDatabase } from './database';

/** An ended job with all that is kept of it. */
export interface HistoryRecord {
  readonly job: Job;
  readonly pictures: readonly WholePicture[];
}

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails'] as const;

/**
 * Adds whole jobs to the history, all of them or none, in one transaction: what comes by the thousand would otherwise
 * wait for the disk a thousand times. Nothing that is there already is replaced.
 * @throws FailureError for each kind of storage trouble, also where one of the ids is taken
 */
export async function addHistory(
  open: OpenDatabase,
  announce: AnnounceChange,
  records: readonly HistoryRecord[],
): Promise<void> {
  await write(open, STORES, async (transaction) => {
    const jobs = transaction.objectStore('jobs');
    const pictures = transaction.objectStore('pictures');
    const originals = transaction.objectStore('originals');
    const thumbnails = transaction.objectStore('thumbnails');
    await Promise.all([
      ...records.map(({ job }) => jobs.add(job)),
      ...records
        .flatMap((record) => record.pictures)
        .flatMap(({ picture, original, thumbnail }) => [
          pictures.add(picture),
          originals.add(original, picture.id),
          thumbnail && thumbnails.add(thumbnail, picture.id),
        ]),
    ]);
  });
  announce({
    jobs: records.map(({ job }) => job.id),
    pictures: records.flatMap(({ job }) => job.pictureIds),
  });
}
