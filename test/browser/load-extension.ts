import type { CDPSession } from 'playwright-core';
import { poll, WaitTimeout } from './poll';

/** How long a browser may take to load what its command line names; branded ones wait this long for nothing. */
const COMMAND_LINE_MS = 2000;

/**
 * Makes sure that an unpacked extension is loaded.
 * Chromium has it from `--load-extension`, and keeps the permissions granted in an earlier run of the same profile.
 * Branded Chrome and Edge ignore that switch since version 137; there it comes in through the debugging pipe, which
 * installs it afresh each time: its storage stays, what was granted does not.
 *
 * @param devtools a session with the browser
 * @returns the extension's id
 * @throws when the browser refuses the extension, such as for a bad manifest
 */
export async function loadExtension(devtools: CDPSession, path: string): Promise<string> {
  const find = async () => {
    const { extensions } = await devtools.send('Extensions.getExtensions');
    return extensions.find((extension) => extension.path === path)?.id;
  };
  try {
    return await poll('the extension of the command line', find, { timeoutMs: COMMAND_LINE_MS });
  } catch (error) {
    if (!(error instanceof WaitTimeout)) throw error;
    return (await devtools.send('Extensions.loadUnpacked', { path })).id;
  }
}
