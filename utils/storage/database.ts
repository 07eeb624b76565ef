import { openDB, type IDBPDatabase } from 'idb';
import { FailureError } from '../core/failure';
import type { DepictSchema } from './schema';
import { upgradeDatabase } from './upgrade-database';

export type Database = IDBPDatabase<DepictSchema>;

export const DATABASE_NAME = 'depict';

/** Raised with every change of the schema; each version has its step in `upgrade-database.ts`. */
export const DATABASE_VERSION = 2;

/** A lost write may be a lost paid picture, so every transaction that writes waits for the disk. */
export const DURABLE = { durability: 'strict' } as const;

/** Hands out the open database; opens it at the first call, and again after the browser closed it. */
export type OpenDatabase = () => Promise<Database>;

function isName(thrown: unknown, name: string): boolean {
  return thrown instanceof Error && thrown.name === name;
}

/** Words for what IndexedDB throws; anything that is not its own passes through. */
export function storageFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof FailureError) return thrown;
  const kind = isName(thrown, 'QuotaExceededError') ? 'storageFull' : 'storageUnavailable';
  return new FailureError({ kind, detail: `${thrown.name}: ${thrown.message}` }, { cause: thrown });
}

/**
 * One connection for this context. An older page gives way when a newer version wants to upgrade.
 * @throws FailureError `storageUnavailable`, also for a database that is newer than this code: it is left untouched
 */
export function createDatabaseOpener(name: string = DATABASE_NAME): OpenDatabase {
  let connection: Promise<Database> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  return () => {
    connection ??= openDB<DepictSchema>(name, DATABASE_VERSION, {
      upgrade: (database, oldVersion, _newVersion, transaction) =>
        upgradeDatabase(database, oldVersion, transaction),
      blocking(_current, _blocked, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).catch((thrown: unknown) => {
      forget();
      throw storageFailure(thrown);
    });
    return connection;
  };
}
