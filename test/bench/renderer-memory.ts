import type { BrowserContext } from 'playwright-core';
import { poll } from '../browser/poll';
import { listDescendants, readOrNothing } from './process-memory';

const MEGABYTE = 1_000_000;

/** Two looks one after the other that differ by less are taken for rest. */
const CALM = 0.01;

/** Calm looks in a row before memory counts as settled. */
const LOOKS = 4;

/** The process in which the pages and the background of the extension live. */
async function extensionProcess(context: BrowserContext): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('The browser is gone');
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser tells of no process');
  const found = listDescendants(browser.id).find((id) =>
    // Chromium writes the words of a process it forked with blanks between them.
    readOrNothing(`/proc/${id}/cmdline`).split(/[\0 ]/).includes('--extension-process'),
  );
  if (found === undefined) throw new Error('The extension has no process');
  return found;
}

/** Resident memory of a process in MB: strings and decoded pictures lie outside the heap that scripts are told of. */
function residentMegabytes(id: number): number {
  const [, kilobytes] = /^Rss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${id}/smaps_rollup`)) ?? [];
  return (Number(kilobytes) * 1024) / MEGABYTE;
}

/** Resident memory of the extension's process in MB, once it neither grows nor shrinks any more. */
export async function settledMemory(context: BrowserContext): Promise<number> {
  const id = await extensionProcess(context);
  let before = 0;
  let calm = 0;
  return poll(
    'memory to settle',
    () => {
      const now = residentMegabytes(id);
      calm = Math.abs(now - before) <= before * CALM ? calm + 1 : 0;
      before = now;
      return calm >= LOOKS ? now : undefined;
    },
    { timeoutMs: 90_000, everyMs: 500 },
  );
}
