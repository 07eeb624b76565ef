import { act } from '@testing-library/react';
import type { Live, Snapshot } from '@/components/hooks/live';
import type { Failure } from '@/utils/core/failure/failure';

/** Something live whose snapshot the test sets. */
export interface FakeLive<Value> extends Live<Value> {
  show(value: Value): void;
  fail(failure: Failure): void;
  /** How many listen now. */
  countListeners(): number;
}

/** Makes one that is loading, or ready when a value is given. */
export function createFakeLive<Value>(...values: readonly [] | readonly [Value]): FakeLive<Value> {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot<Value> =
    values.length === 0 ? { state: 'loading' } : { state: 'ready', value: values[0] };
  const change = (next: Snapshot<Value>): void => {
    act(() => {
      snapshot = next;
      for (const listener of listeners) listener();
    });
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    reload: () => undefined,
    show: (value) => change({ state: 'ready', value }),
    fail: (failure) => change({ state: 'failed', failure }),
    countListeners: () => listeners.size,
  };
}
