import { createLive, type Live } from '@/components/hooks/live';

/** Settles when the page has been painted for the first time. */
const firstPaint = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});

/**
 * Holds a read back until the page has been painted for the first time, so that the two do not compete: a popup is
 * waited for, and its prompt box takes keys without anything that must be read.
 */
export function afterPaint<Value>(load: () => Promise<Value>): () => Promise<Value> {
  return () => firstPaint.then(load);
}

/** The same for something that is read and watched: the browser makes each part of its API when it is first touched. */
export function createLiveAfterPaint<Value>(
  load: () => Promise<Value>,
  watch: (onChange: () => void) => () => void,
): Live<Value> {
  return createLive(afterPaint(load), (onChange) => {
    let stop: (() => void) | undefined;
    let stopped = false;
    const begin = async (): Promise<void> => {
      await firstPaint;
      if (!stopped) stop = watch(onChange);
    };
    void begin();
    return () => {
      stopped = true;
      stop?.();
    };
  });
}
