/** How long what can wait may be kept waiting, in milliseconds: a tab in the background is never drawn. */
const LONGEST_MS = 400;

/** Resolves once the page is drawn and has nothing better to do. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
  });
}
