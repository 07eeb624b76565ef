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
