import type { AnnounceChange } from '../core/change';
import type { Picture } from '../core/picture';
import { uniqueTags } from '../core/tags';
import { withDatabase, write, type OpenDatabase } from './database';

/** What a person may do with a kept picture. Only the background makes this store. */
export interface PictureStore {
  /** Marks the picture as deleted; `restore` takes that back until `purge` came by. */
  delete(id: string, at: number): Promise<void>;
  restore(id: string): Promise<void>;
  setFavorite(id: string, favorite: boolean): Promise<void>;
  /** Each tag is kept once, without space around it; with none left the picture has no tags. */
  setTags(id: string, tags: readonly string[]): Promise<void>;
  /** A note of nothing but space takes the old one away. */
  setNote(id: string, note: string): Promise<void>;
  /** Removes pictures deleted before the given time, bytes and all. Times in milliseconds since the epoch. */
  purge(deletedBefore: number): Promise<void>;
}

/** Pictures in IndexedDB. */
export function createPictureStore(open: OpenDatabase, announce: AnnounceChange): PictureStore {
  async function edit(id: string, change: (picture: Picture) => Picture): Promise<void> {
    await write(open, ['pictures'], async (transaction) => {
      const store = transaction.objectStore('pictures');
      const picture = await store.get(id);
      if (picture) await store.put(change(picture));
    });
    announce({ pictures: [id] });
  }

  return {
    delete: (id, deletedAt) => edit(id, (picture) => ({ ...picture, deletedAt })),
    restore: (id) => edit(id, ({ deletedAt: _, ...picture }) => picture),
    setFavorite: (id, favorite) => edit(id, (picture) => ({ ...picture, favorite })),
    setTags: (id, given) =>
      edit(id, ({ tags: _, ...picture }) => {
        const tags = uniqueTags(given);
        return tags.length === 0 ? picture : { ...picture, tags };
      }),
    setNote: (id, given) =>
      edit(id, ({ note: _, ...picture }) => {
        const note = given.trim();
        return note === '' ? picture : { ...picture, note };
      }),
    async purge(deletedBefore) {
      const range = IDBKeyRange.upperBound(deletedBefore, true);
      const ids = await withDatabase(open, (database) =>
        database.getAllKeysFromIndex('pictures', 'deletedAt', range),
      );
      if (ids.length === 0) return;
      const stores = ['pictures', 'originals', 'thumbnails'] as const;
      await write(open, stores, (transaction) =>
        Promise.all(ids.flatMap((id) => stores.map((store) => transaction.objectStore(store).delete(id)))),
      );
      announce({ pictures: ids });
    },
  };
}
