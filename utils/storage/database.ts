import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { FailureError } from '../core/failure';
import type { KeptDraft } from '../core/draft';
import type { Job, JobState } from '../core/job';
import type { Picture, Thumbnail } from '../core/picture';
import { upgradeDatabase } from './upgrade-database';

/** The encrypted API key of one server; the wrapping key cannot be exported from this browser profile. */
export interface SealedKey {
  readonly origin: string;
  readonly wrappingKey: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

/** Rows hold no bytes; bytes have stores of their own, so that listing never reads a picture. */
export interface DepictSchema extends DBSchema {
  jobs: { key: string; value: Job; indexes: { state: JobState } };
  pictures: { key: string; value: Picture; indexes: { jobId: string; deletedAt: number } };
  originals: { key: string; value: Blob };
  thumbnails: { key: string; value: Thumbnail };
  drafts: { key: string; value: KeptDraft };
  secrets: { key: string; value: SealedKey };
}

export type Database = IDBPDatabase<DepictSchema>;

export const DATABASE_NAME = 'depict';

/** Raised with every change of the schema; each version has its step in `upgrade-database.ts`. */
export const DATABASE_VERSION = 1;

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
      upgrade: upgradeDatabase,
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
