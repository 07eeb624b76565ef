import type { TrashReader } from '../core/history/trash';
import type { Picture } from '../core/picture/picture';
import { withDatabase, type OpenDatabase } from './database';

/** Rows read at a time: with very many, memory holds no more than these and those that are shown. */
const WINDOW = 500;

/** Reads deleted pictures by the index of when they were deleted, whatever the length of the history. */
export function createTrashReader(open: OpenDatabase): TrashReader {
  return {
    count: () => withDatabase(open, (database) => database.countFromIndex('pictures', 'deletedAt')),
    read: (limit) =>
      withDatabase(open, async (database) => {
        const transaction = database.transaction(['pictures', 'jobs']);
        const store = transaction.objectStore('pictures');
        const ids = (await store.index('deletedAt').getAllKeys()).toReversed();
        const newest: Picture[] = [];
        let bytes = 0;
        for (let start = 0; start < ids.length; start += WINDOW) {
          const rows = await Promise.all(ids.slice(start, start + WINDOW).map((id) => store.get(id)));
          for (const row of rows) {
            if (!row) continue;
            bytes += row.byteSize;
            if (newest.length < limit) newest.push(row);
          }
        }
        const jobs = await Promise.all(newest.map(({ jobId }) => transaction.objectStore('jobs').get(jobId)));
        const entries = newest.flatMap((picture, at) => {
          const job = jobs[at];
          return job ? [{ picture, job }] : [];
        });
        return { count: ids.length, bytes, deletedUntil: newest[0]?.deletedAt ?? 0, entries };
      }),
  };
}
