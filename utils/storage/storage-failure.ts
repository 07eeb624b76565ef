import { FailureError, type FailureKind } from '../core/failure';

/**
 * What the names of IndexedDB's errors mean (its specification, and what Chromium and Firefox were seen to throw):
 * `UnknownError` is what both throw for a database they cannot read, `NotFoundError` and `NotReadableError` tell of stores
 * and files that are gone.
 */
const KINDS: Readonly<Record<string, FailureKind>> = {
  QuotaExceededError: 'storageFull',
  VersionError: 'storageOutdated',
  UnknownError: 'storageDamaged',
  NotFoundError: 'storageDamaged',
  NotReadableError: 'storageDamaged',
};

/** Words for what IndexedDB throws; a failure of ours passes through. */
export function storageFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof FailureError) return thrown;
  const kind = KINDS[thrown.name] ?? 'storageUnavailable';
  return new FailureError({ kind, detail: `${thrown.name}: ${thrown.message}` }, { cause: thrown });
}

/**
 * Whether a transaction came to nothing because its connection was closed: by the browser, or for a newer version of
 * this code. A transaction that was carried out never ends so.
 */
export function isClosedConnection(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'InvalidStateError' || thrown.name === 'AbortError');
}
