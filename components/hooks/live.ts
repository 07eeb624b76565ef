import { useSyncExternalStore } from 'react';
import { failureOf, type Failure } from '@/utils/core/failure/failure';
import { createListeners } from './listeners';

/** What is known of something outside React at this moment. */
export type Snapshot<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Something outside React that can be read and watched. */
export interface Live<Value> {
  subscribe(listener: () => void): () => void;
  getSnapshot(): Snapshot<Value>;
  /** Reads again, as after a change. */
  reload(): void;
}

/** Tells when to read again; returns how to stop. */
type Watch = (onChange: () => void) => () => void;

/**
 * Reads now, and again after each change, from this moment until the last subscriber has left; a change during a read
 * leads to one more read. An old value stays until the new one is there, so nothing flickers.
 */
export function createLive<Value>(load: () => Promise<Value>, watch: Watch): Live<Value> {
  let snapshot: Snapshot<Value> = { state: 'loading' };
  let reading = false;
  let stale = false;

  async function read(): Promise<Snapshot<Value>> {
    try {
      return { state: 'ready', value: await load() };
    } catch (thrown) {
      return { state: 'failed', failure: failureOf(thrown) };
    }
  }

  async function refresh(): Promise<void> {
    stale = true;
    if (reading) return;
    reading = true;
    while (stale) {
      stale = false;
      snapshot = await read();
      listeners.tell();
    }
    reading = false;
  }

  const reload = (): void => void refresh();
  const listeners = createListeners({ watch: () => watch(reload), reload });
  reload();
  return { reload, getSnapshot: () => snapshot, subscribe: listeners.subscribe };
}

/** The present snapshot; the component is drawn again when it changes. */
export function useLive<Value>(live: Live<Value>): Snapshot<Value> {
  return useSyncExternalStore(live.subscribe, live.getSnapshot);
}

/** The value, or `undefined` while there is none. */
export function useLiveValue<Value>(live: Live<Value>): Value | undefined {
  const snapshot = useLive(live);
  return snapshot.state === 'ready' ? snapshot.value : undefined;
}
