import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { FailureError } from '../core/failure/failure';
import type { DepictSchema } from './schema';
import { isClosedConnection, storageFailure } from './storage-failure';
import { upgradeDatabase } from './upgrade-database';

export type Database = IDBPDatabase<DepictSchema>;

export const DATABASE_NAME = 'depict';

/** Raised with every change of the schema; each version has its step in `upgrade-database.ts`. */
export const DATABASE_VERSION = 4;

/**
 * A lost write may be a lost paid picture or a removed key that comes back, so every transaction of `write` waits for the
 * disk. Only drafts and previews are written without it: they are replaced often, and losing one loses nothing paid for.
 */
const DURABLE = { durability: 'strict' } as const;

/** How long opening may take before something else must be holding the database, in milliseconds. */
const PATIENCE_MS = 5000;

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
      throw storageFailure(thrown, true);
    }
  }

  /**
   * Refuses as long as it is blocked; from then on the database is what everybody gets. A request behind another one
   * that is blocked is told nothing, so that time tells.
   */
  function connect(): Promise<Database> {
    let refuse = (): void => undefined;
    const blocked = new Promise<never>((_resolve, reject) => {
      refuse = () => reject(new FailureError({ kind: 'storageBlocked' }));
    });
    const patience = setTimeout(() => refuse(), PATIENCE_MS);
    const opening = openNow(() => refuse()).finally(() => clearTimeout(patience));
    opening.then(() => (connection = opening)).catch(forget);
    return Promise.race([opening, blocked]);
  }

  return (closed) => {
    if (closed && closed === handle) forget();
    connection ??= connect();
    return connection;
  };
}

type Stores = readonly [StoreNames<DepictSchema>, ...StoreNames<DepictSchema>[]];

/** A transaction that writes to these stores. */
export type Writing<Names extends Stores> = IDBPTransaction<DepictSchema, [...Names], 'readwrite'>;

/**
 * Writes in one transaction that waits for the disk: all of it lands, or nothing, also where the work itself throws
 * after having written something.
 * @throws FailureError for each kind of storage trouble
 */
export function write<const Names extends Stores, Result>(
  open: OpenDatabase,
  stores: Names,
  work: (transaction: Writing<Names>) => Promise<Result>,
): Promise<Result> {
  return withDatabase(open, async (database) => {
    const transaction = database.transaction<[...Names], 'readwrite'>([...stores], 'readwrite', DURABLE);
    try {
      const [result] = await Promise.all([work(transaction), transaction.done]);
      return result;
    } catch (thrown) {
      abort(transaction);
      throw thrown;
    }
  });
}

/** One that has ended already cannot be taken back, and need not be. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (thrown) {
    if (!isClosedConnection(thrown)) throw thrown;
  }
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
