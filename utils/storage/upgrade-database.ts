import { unwrap, wrap, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { DepictSchema, SealedCredential } from './schema';

type Upgrade = IDBPTransaction<DepictSchema, StoreNames<DepictSchema>[], 'versionchange'>;

/** Version 1 filed one key under each origin. */
interface Version1 {
  readonly secrets: Omit<SealedCredential, 'providerId' | 'content'>;
}

/**
 * Version 2 knows several servers: keys are filed under the server's id, which is the origin for those that were there
 * before, and what was found out, unfinished pictures and spending have stores of their own.
 */
async function toVersion2(database: IDBPDatabase<DepictSchema>, transaction: Upgrade): Promise<void> {
  database.createObjectStore('previews', { keyPath: ['jobId', 'request'] });
  const credentials = database.createObjectStore('credentials', { keyPath: 'providerId' });
  database.createObjectStore('knowledge', { keyPath: 'providerId' });
  database.createObjectStore('spending', { keyPath: ['day', 'providerId', 'model'] });
  // Version 1's store is in the schema no more, so that the browser's own objects are asked for it.
  const old = wrap(unwrap(transaction).objectStore('secrets'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only version 1 of this code wrote there
  const rows = (await old.getAll()) as Version1['secrets'][];
  for (const row of rows) await credentials.put({ ...row, providerId: row.origin, content: 'key' });
  unwrap(database).deleteObjectStore('secrets');
}

/** Brings a database of any older version to the newest, one step at a time; a step is never edited once released. */
export function upgradeDatabase(
  database: IDBPDatabase<DepictSchema>,
  oldVersion: number,
  transaction: Upgrade,
): void {
  if (oldVersion < 1) {
    database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('state', 'state');
    const pictures = database.createObjectStore('pictures', { keyPath: 'id' });
    pictures.createIndex('jobId', 'jobId');
    pictures.createIndex('deletedAt', 'deletedAt');
    database.createObjectStore('originals');
    database.createObjectStore('thumbnails');
    database.createObjectStore('drafts');
    unwrap(database).createObjectStore('secrets', { keyPath: 'origin' });
  }
  // What cannot be brought over is left as it was: an upgrade happens whole or not at all.
  if (oldVersion < 2) toVersion2(database, transaction).catch(() => transaction.abort());
  // Version 3 finds the jobs that ended badly and were not seen. Those from before are not news any more.
  if (oldVersion < 3) transaction.objectStore('jobs').createIndex('unseen', 'unseen');
  // Version 4 finds a picture by its bytes, so that none comes in twice.
  if (oldVersion < 4) transaction.objectStore('pictures').createIndex('sha256', 'sha256');
}
