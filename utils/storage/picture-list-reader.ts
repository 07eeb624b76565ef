import type { PictureListReader } from '../core/history/history';
import { standsInHistory, UNFINISHED_STATES } from '../core/job/job';
import { withDatabase, type Database, type OpenDatabase } from './database';
import { readJobsIn } from './jobs-by-state';
import { readEntries } from './read-entries';

/** Jobs of one state that are shown between the pictures: more than anybody looks through. */
const UNFINISHED = 300;

/** Reads lists for the history page: ids first, and then the rows that are wanted. */
export function createPictureListReader(open: OpenDatabase): PictureListReader {
  const read = <Result>(work: (database: Database) => Promise<Result>): Promise<Result> =>
    withDatabase(open, work);
  return {
    newestIds: (limit) =>
      read(async (database) => {
        const { store } = database.transaction('pictures');
        const deleted = store.index('deletedAt').getAllKeys();
        const ids: string[] = [];
        let cursor = await store.openKeyCursor(null, 'prev');
        const gone = new Set(await deleted);
        while (cursor && ids.length < limit) {
          if (!gone.has(cursor.primaryKey)) ids.push(cursor.primaryKey);
          cursor = await cursor.continue();
        }
        return ids;
      }),
    allIds: () =>
      read(async (database) => {
        const { store } = database.transaction('pictures');
        const [deleted, ids] = await Promise.all([store.index('deletedAt').getAllKeys(), store.getAllKeys()]);
        const gone = new Set(deleted);
        return (gone.size === 0 ? ids : ids.filter((id) => !gone.has(id))).toReversed();
      }),
    async unfinishedJobs() {
      const jobs = await Promise.all(UNFINISHED_STATES.map((state) => readJobsIn(open, state, UNFINISHED)));
      return jobs.flat().filter(standsInHistory);
    },
    entries: (ids) => read((database) => readEntries(database.transaction(['pictures', 'jobs']), ids)),
  };
}
