import type { Page } from 'playwright-core';
import type { LaunchedExtension } from './launched-extension';

/** Ends backgrounds, one after the other, without losing time. */
export interface BackgroundKiller {
  /** Ends the background that runs now, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Gets ready to end the background as the browser does when it has been idle, but in the middle of its work.
 *
 * @param page any page that stays open; the browser is reached through it
 */
export async function createBackgroundKiller(
  { context, url }: LaunchedExtension,
  page: Page,
): Promise<BackgroundKiller> {
  const devtools = await context.newCDPSession(page);
  const running = new Set<string>();
  let tellStopped = (): void => undefined;
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(url(''))) continue;
      if (runningStatus === 'stopped') running.delete(versionId);
      else running.add(versionId);
    }
    if (running.size === 0) tellStopped();
  });
  await devtools.send('ServiceWorker.enable');
  return {
    async kill() {
      const stopped = new Promise<void>((resolve) => (tellStopped = resolve));
      await devtools.send('ServiceWorker.stopAllWorkers');
      if (running.size > 0) await stopped;
    },
  };
}
