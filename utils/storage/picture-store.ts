import type { AnnounceChange } from '../core/change';
import { isRetired } from '../core/history/storage-use';
import type { Picture } from '../core/picture/picture';
import { leastIdAt } from '../core/picture/picture-time';
import { uniqueTags } from '../core/text/tags';
import { withDatabase, write, type OpenDatabase } from './database';
import { walkPictures } from './walk-pictures';

/**
 * What a person may do with kept pictures: with many in one transaction, so that all of it is done or nothing. Only the
 * background makes this store.
 */
export interface PictureStore {
  /** Marks pictures as deleted; `restore` takes that back until `purge` or `emptyTrash` came by. */
  delete(ids: readonly string[], at: number): Promise<unknown>;
  restore(ids: readonly string[]): Promise<unknown>;
  setFavorite(ids: readonly string[], favorite: boolean): Promise<unknown>;
  /** Each tag is kept once, without space around it; with none left the picture has no tags. */
  setTags(id: string, tags: readonly string[]): Promise<unknown>;
  /** The same for tags that come to those a picture has. */
  addTags(ids: readonly string[], tags: readonly string[]): Promise<unknown>;
  /** A note of nothing but space takes the old one away. */
  setNote(id: string, note: string): Promise<unknown>;
  /**
   * Moves pictures from before a time to the trash, but no favorites.
   * @param at when that is
   * @returns how many these were
   */
  retire(createdBefore: number, at: number): Promise<number>;
  /** Removes pictures deleted before the given time, bytes and all. Times in milliseconds since the epoch. */
  purge(deletedBefore: number): Promise<void>;
  /**
   * Removes pictures deleted until the given time, bytes and all.
   * @returns how many these were
   */
  emptyTrash(deletedUntil: number): Promise<number>;
}

/** All that is kept of a picture. */
const PARTS = ['pictures', 'originals', 'thumbnails'] as const;

/** Pictures in IndexedDB. */
export function createPictureStore(open: OpenDatabase, announce: AnnounceChange): PictureStore {
  /**
   * @param change gives the very same row where there is nothing to change
   * @returns how many were changed
   */
  async function edit(ids: readonly string[], change: (picture: Picture) => Picture): Promise<number> {
    const changed = await write(open, ['pictures'], async (transaction) => {
      const store = transaction.objectStore('pictures');
      // The work is repeated where the connection was closed meanwhile: nothing may be collected outside of it.
      const edited = await Promise.all(
        ids.map(async (id) => {
          const picture = await store.get(id);
          const next = picture && change(picture);
          if (!next || next === picture) return [];
          await store.put(next);
          return [id];
        }),
      );
      return edited.flat();
    });
    if (changed.length > 0) announce({ pictures: changed });
    return changed.length;
  }

  async function remove(deleted: IDBKeyRange): Promise<number> {
    // Nearly always there is nothing to do: then the disk is left alone.
    const found = await withDatabase(open, (database) =>
      database.countFromIndex('pictures', 'deletedAt', deleted),
    );
    if (found === 0) return 0;
    // Looked up again where it is removed, so that what was restored meanwhile stays.
    const ids = await write(open, PARTS, async (transaction) => {
      const gone = await transaction.objectStore('pictures').index('deletedAt').getAllKeys(deleted);
      await Promise.all(gone.flatMap((id) => PARTS.map((part) => transaction.objectStore(part).delete(id))));
      return gone;
    });
    if (ids.length > 0) announce({ pictures: ids });
    return ids.length;
  }

  return {
    delete: (ids, deletedAt) =>
      edit(ids, (picture) => (picture.deletedAt === undefined ? { ...picture, deletedAt } : picture)),
    restore: (ids) =>
      edit(ids, (picture) => {
        const { deletedAt, ...restored } = picture;
        return deletedAt === undefined ? picture : restored;
      }),
    setFavorite: (ids, favorite) =>
      edit(ids, (picture) => (picture.favorite === favorite ? picture : { ...picture, favorite })),
    addTags: (ids, given) =>
      edit(ids, (picture) => {
        const { tags: before = [] } = picture;
        const tags = uniqueTags([...before, ...given]);
        return tags.length === before.length ? picture : { ...picture, tags };
      }),
    setTags: (id, given) =>
      edit([id], ({ tags: _, ...picture }) => {
        const tags = uniqueTags(given);
        return tags.length === 0 ? picture : { ...picture, tags };
      }),
    setNote: (id, given) =>
      edit([id], ({ note: _, ...picture }) => {
        const note = given.trim();
        return note === '' ? picture : { ...picture, note };
      }),
    async retire(createdBefore, deletedAt) {
      const ids: string[] = [];
      await walkPictures(open, IDBKeyRange.upperBound(leastIdAt(createdBefore), true), (rows) => {
        for (const row of rows) if (isRetired(row, createdBefore)) ids.push(row.id);
      });
      // Looked at again where it is moved: a picture may have become a favorite meanwhile.
      if (ids.length === 0) return 0;
      return edit(ids, (row) => (isRetired(row, createdBefore) ? { ...row, deletedAt } : row));
    },
    async purge(deletedBefore) {
      await remove(IDBKeyRange.upperBound(deletedBefore, true));
    },
    emptyTrash: (deletedUntil) => remove(IDBKeyRange.upperBound(deletedUntil)),
  };
}
