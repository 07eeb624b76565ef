import type { IDBPDatabase } from 'idb';
import type { DepictSchema } from './schema';

/** Brings a database of any older version to the newest, one step at a time; a step is never edited once released. */
export function upgradeDatabase(database: IDBPDatabase<DepictSchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('state', 'state');
    const pictures = database.createObjectStore('pictures', { keyPath: 'id' });
    pictures.createIndex('jobId', 'jobId');
    pictures.createIndex('deletedAt', 'deletedAt');
    database.createObjectStore('originals');
    database.createObjectStore('thumbnails');
    database.createObjectStore('drafts');
    database.createObjectStore('secrets', { keyPath: 'origin' });
  }
}
