/** Those who want to hear of changes. */
export interface Listeners {
  tell(): void;
  /** @returns how to leave */
  subscribe(listener: () => void): () => void;
}

/** @param watch begins when the first one comes, where something must; its answer ends it when the last one has left */
export function createListeners(watch?: () => () => void): Listeners {
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      stop ??= watch?.();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
