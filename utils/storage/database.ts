import { openDB, type IDBPDatabase } from 'idb';
import { FailureError } from '../core/failure';
import type { DepictSchema } from './schema';
import { isClosedConnection, storageFailure } from './storage-failure';
import { upgradeDatabase } from './upgrade-database';

export type Database = IDBPDatabase<DepictSchema>;

export const DATABASE_NAME = 'depict';

/** Raised with every change of the schema; each version has its step in `upgrade-database.ts`. */
export const DATABASE_VERSION = 3;

/** A lost write may be a lost paid picture, so every transaction that writes waits for the disk. */
export const DURABLE = { durability: 'strict' } as const;

/**
 * Hands out the open database; opens it at the first call, and again after the browser closed it.
 * @param closed a connection that turned out to be closed: another one is wanted
 */
export type OpenDatabase = (closed?: Database) => Promise<Database>;

/**
 * One connection for this context. An older page gives way when a newer version wants to upgrade; one that does not is
 * told of (`storageBlocked`), and once it is gone the database opens after all.
 * @throws FailureError for each kind of storage trouble, also for a database that is newer than this code: it is left
 * untouched
 */
export function createDatabaseOpener(name: string = DATABASE_NAME): OpenDatabase {
  let connection: Promise<Database> | undefined;
  let handle: Database | undefined;
  const forget = (): void => {
    connection = undefined;
    handle = undefined;
  };

  async function openNow(blocked: () => void): Promise<Database> {
    try {
      handle = await openDB<DepictSchema>(name, DATABASE_VERSION, {
        upgrade: (database, oldVersion, _newVersion, transaction) =>
          upgradeDatabase(database, oldVersion, transaction),
        blocked,
        blocking(_current, _blocked, event) {
          forget();
          if (event.target instanceof IDBDatabase) event.target.close();
        },
        terminated: forget,
      });
      return handle;
    } catch (thrown) {
      forget();
      throw storageFailure(thrown);
    }
  }

  /** Refuses as long as it is blocked; from then on the database is what everybody gets. */
  function connect(): Promise<Database> {
    let refuse = (_failure: FailureError): void => undefined;
    const blocked = new Promise<never>((_resolve, reject) => {
      refuse = reject;
    });
    const opening = openNow(() => {
      refuse(new FailureError({ kind: 'storageBlocked' }));
      connection = blocked;
      void opening.then(() => (connection = opening)).catch(forget);
    });
    return Promise.race([opening, blocked]);
  }

  return (closed) => {
    if (closed && closed === handle) forget();
    connection ??= connect();
    return connection;
  };
}

/**
 * Works with the database. A connection that the browser closed meanwhile takes its transaction with it, so that the
 * work is done once more over a new one.
 * @throws FailureError for each kind of storage trouble
 */
export async function withDatabase<Result>(
  open: OpenDatabase,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  let database: Database | undefined;
  try {
    database = await open();
    return await work(database);
  } catch (thrown) {
    if (!database || !isClosedConnection(thrown)) throw storageFailure(thrown);
  }
  try {
    return await work(await open(database));
  } catch (thrown) {
    throw storageFailure(thrown);
  }
}
