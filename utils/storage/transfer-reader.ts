import type { ArchiveReader } from '../core/archive/archive-ports';
import type { Picture } from '../core/picture/picture';
import { withDatabase, type OpenDatabase } from './database';

/** Rows read at a time: memory never holds more of a long history. */
const WINDOW = 500;

async function* windows<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += WINDOW) yield items.slice(start, start + WINDOW);
}

/** Reads what goes into an archive, and what of an archive is here already. */
export function createTransferReader(open: OpenDatabase): ArchiveReader {
  const pictureRows = (ids: readonly string[]): Promise<readonly Picture[]> =>
    withDatabase(open, async (database) => {
      const { store } = database.transaction('pictures');
      const rows = await Promise.all(ids.map((id) => store.get(id)));
      return rows.filter((row) => row !== undefined);
    });

  return {
    allIds: () =>
      withDatabase(open, async (database) => {
        const { store } = database.transaction('pictures');
        const [deleted, ids] = await Promise.all([store.index('deletedAt').getAllKeys(), store.getAllKeys()]);
        const gone = new Set(deleted);
        return ids.filter((id) => !gone.has(id)).toReversed();
      }),
    pictures: pictureRows,
    jobs: (ids) =>
      withDatabase(open, async (database) => {
        const { store } = database.transaction('jobs');
        const rows = await Promise.all(ids.map((id) => store.get(id)));
        return rows.filter((row) => row !== undefined);
      }),
    jobsAfter: (id) =>
      withDatabase(open, async (database) => {
        const range = id === undefined ? undefined : IDBKeyRange.lowerBound(id, true);
        return database.getAll('jobs', range, WINDOW);
      }),
    original: (id) => withDatabase(open, (database) => database.get('originals', id)),
    thumbnail: (id) => withDatabase(open, (database) => database.get('thumbnails', id)),
    async measure(ids) {
      let bytes = 0;
      let pictures = 0;
      for await (const part of windows(ids)) {
        for (const row of await pictureRows(part)) {
          bytes += row.byteSize;
          pictures += 1;
        }
      }
      return { pictures, bytes };
    },
    async findSame(pictures) {
      const found = new Map<string, Picture>();
      const keep = (rows: readonly Picture[]): void => rows.forEach((row) => found.set(row.id, row));
      for await (const part of windows(pictures)) keep(await pictureRows(part.map(({ id }) => id)));
      // Each digest once: a history may have the same bytes many times.
      for await (const part of windows([...new Set(pictures.map(({ sha256 }) => sha256))])) {
        await withDatabase(open, async (database) => {
          const index = database.transaction('pictures').store.index('sha256');
          for (const rows of await Promise.all(part.map((sha256) => index.getAll(sha256)))) keep(rows);
        });
      }
      return [...found.values()];
    },
    async countPresent(ids) {
      let present = 0;
      for await (const part of windows(ids)) {
        present += await withDatabase(open, async (database) => {
          const transaction = database.transaction(['pictures', 'originals']);
          const keys = await Promise.all(
            part.map(async (id) => [
              await transaction.objectStore('pictures').getKey(id),
              await transaction.objectStore('originals').getKey(id),
            ]),
          );
          return keys.filter((both) => both.every((key) => key !== undefined)).length;
        });
      }
      return present;
    },
    count: () =>
      withDatabase(open, async (database) => {
        const { store } = database.transaction('pictures');
        const [all, deleted] = await Promise.all([store.count(), store.index('deletedAt').count()]);
        return all - deleted;
      }),
  };
}
