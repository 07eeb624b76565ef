import type { Page } from 'playwright-core';
import type { LaunchedExtension } from './launched-extension';

/**
 * Ends the background as the browser does when it has been idle, and waits until it is gone.
 *
 * @param page any open page; the browser is reached through it
 */
export async function stopBackground({ context, url }: LaunchedExtension, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    const known = new Map<string, boolean>();
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, runningStatus } of versions) {
        if (scriptURL.startsWith(url(''))) known.set(versionId, runningStatus === 'stopped');
      }
      if (known.size > 0 && [...known.values()].every(Boolean)) resolve();
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await devtools.detach();
}
