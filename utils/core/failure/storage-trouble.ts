import { failureOf, isStorageFailure, type Failure } from './failure';

/** What storage refused the background last, as long as it lasts; rows cannot tell of it. */
export interface StorageTrouble {
  /** Takes note of a fault, where it is one of storage. */
  note(thrown: unknown): void;
  /** Something was written: it is over. */
  clear(): void;
  current(): Failure | undefined;
}

/** @param announce told when there is trouble, and when it is over */
export function createStorageTrouble(announce: () => void): StorageTrouble {
  let trouble: Failure | undefined;
  return {
    note(thrown) {
      const failure = failureOf(thrown);
      if (!isStorageFailure(failure)) return;
      trouble = failure;
      announce();
    },
    clear() {
      if (!trouble) return;
      trouble = undefined;
      announce();
    },
    current: () => trouble,
  };
}
