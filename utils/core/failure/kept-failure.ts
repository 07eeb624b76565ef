import { failureOf, isStorageFailure, type Failure } from './failure';

/** A failure that no row can hold, kept until it is over. */
export interface KeptFailure {
  /** Keeps a failure, where it is of the right kind. */
  note(thrown: unknown): void;
  /** It is over. */
  clear(): void;
  current(): Failure | undefined;
}

function createKeptFailure(announce: () => void, isOurs: (failure: Failure) => boolean): KeptFailure {
  let kept: Failure | undefined;
  return {
    note(thrown) {
      const failure = failureOf(thrown);
      if (!isOurs(failure)) return;
      kept = failure;
      announce();
    },
    clear() {
      if (!kept) return;
      kept = undefined;
      announce();
    },
    current: () => kept,
  };
}

/**
 * What storage refused the background last, until something is written.
 * @param announce called when there is a failure, and when it is over
 */
export function createStorageTrouble(announce: () => void): KeptFailure {
  return createKeptFailure(announce, isStorageFailure);
}

/**
 * Why the last click on the menu entry made no job, where storage is not the reason; until the next click or change of
 * the prompt.
 * @param announce called when there is a failure, and when it is over
 */
export function createMenuRefusal(announce: () => void): KeptFailure {
  return createKeptFailure(announce, (failure) => !isStorageFailure(failure));
}
