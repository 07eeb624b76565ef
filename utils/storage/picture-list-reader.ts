import type { PictureListReader } from '../core/history';
import { withDatabase, type Database, type OpenDatabase } from './database';
import { readEntries } from './read-entries';

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
    entries: (ids) => read((database) => readEntries(database.transaction(['pictures', 'jobs']), ids)),
  };
}
