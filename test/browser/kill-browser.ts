import { poll } from './poll';
import type { LaunchedExtension } from './launched-extension';

/** Whether any process of a group is still there. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gets ready to end a browser and all its processes in one blow, as a power cut would. The browser was started as the
 * first of a process group, which is what is killed, by its id.
 *
 * @returns what does it, and settles when all of them are gone
 */
export async function createBrowserKiller({ context }: LaunchedExtension): Promise<() => Promise<void>> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {};
  const group = processInfo.find(({ type }) => type === 'browser')?.id;
  if (group === undefined || !isAlive(group)) throw new Error('the browser leads no process group');
  return async () => {
    process.kill(-group, 'SIGKILL');
    await poll('the browser to be gone', () => !isAlive(group) || undefined, { everyMs: 5 });
  };
}
