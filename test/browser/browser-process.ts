import type { LaunchedExtension } from './launched-extension';

/**
 * The id of the browser's own process, which leads the group of all of its processes.
 *
 * @throws when the browser does not tell
 */
export async function browserProcess({ context }: LaunchedExtension): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await devtools?.send('SystemInfo.getProcessInfo')) ?? {};
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser does not tell its process');
  return browser.id;
}
