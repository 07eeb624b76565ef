/** Those who want to hear of changes. */
export interface Listeners {
  tell(): void;
  /** @returns how to leave */
  subscribe(listener: () => void): () => void;
}

/** Where changes come from. */
interface Source {
  /** Begins to listen; the answer ends it. */
  watch(): () => void;
  /** Called where changes may have been missed, because nobody listened for a while. */
  reload(): void;
}

/**
 * @param source watched from the beginning, so that no change before the first listener is missed, until the last listener
 *   has left; and again, with a reload, when another one comes
 */
export function createListeners(source?: Source): Listeners {
  const listeners = new Set<() => void>();
  let stop = source?.watch();
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (source && !stop) {
        stop = source.watch();
        source.reload();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
