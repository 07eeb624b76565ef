import { FailureError, type FailureKind } from '../core/failure/failure';

/**
 * What the names of IndexedDB's errors mean (its specification, and what Chromium and Firefox were seen to throw):
 * `NotFoundError` and `NotReadableError` tell of stores and files that are gone. Chromium throws `UnknownError` for a
 * database that it cannot open, and for a write on a disk that is full.
 */
const KINDS: Readonly<Record<string, FailureKind>> = {
  QuotaExceededError: 'storageFull',
  VersionError: 'storageOutdated',
  NotFoundError: 'storageDamaged',
  NotReadableError: 'storageDamaged',
};

/**
 * Words for what IndexedDB throws; a failure of ours passes through.
 * @param opening whether the database was being opened
 */
export function storageFailure(thrown: unknown, opening = false): unknown {
  if (!(thrown instanceof Error) || thrown instanceof FailureError) return thrown;
  const known = opening && thrown.name === 'UnknownError' ? 'storageDamaged' : KINDS[thrown.name];
  const kind = known ?? 'storageUnavailable';
  return new FailureError({ kind, detail: `${thrown.name}: ${thrown.message}` }, { cause: thrown });
}

/**
 * Whether a transaction came to nothing because its connection was closed: by the browser, or for a newer version of
 * this code. A transaction that was carried out never ends so.
 */
export function isClosedConnection(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'InvalidStateError' || thrown.name === 'AbortError');
}
