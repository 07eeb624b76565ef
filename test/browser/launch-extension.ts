import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import { findBrowser } from './find-browser';
import { launchArguments, localeEnvironment } from './launch-arguments';
import { loadExtension } from './load-extension';
import { createLaunchedExtension, type LaunchedExtension } from './launched-extension';

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extensionPath: string;
  /** The X display to show the window on; without one, the environment decides. */
  readonly display?: string | undefined;
  /** No window at all: no native menu and no permission prompt either. */
  readonly headless?: boolean;
  /** The browser's language, such as `zh-CN`; also that of `i18n.getUILanguage()` and of the extension's words. */
  readonly locale?: string;
  /** What pages are told about the person's wish; the browser's own frame does not follow. */
  readonly colorScheme?: 'light' | 'dark';
  /** A profile to keep, for tests that start the browser again; without one a fresh profile is made and removed. */
  readonly userDataDir?: string;
  /** The browser to start; by default the one that `findBrowser` finds. */
  readonly executablePath?: string;
  /** Further command line switches. */
  readonly args?: readonly string[];
}

/**
 * Starts an installed Chromium, Chrome or Edge with the extension loaded.
 *
 * @throws when no browser is found, it does not start, or it refuses the extension
 */
export async function launchExtension(options: LaunchOptions): Promise<LaunchedExtension> {
  const executablePath = options.executablePath ?? findBrowser();
  if (!executablePath)
    throw new Error('Found no Chromium, Chrome or Edge. Install one, or name it in DEPICT_BROWSER.');
  const extensionPath = await realpath(options.extensionPath);
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'depict-profile-')));
  const locale = options.locale ?? 'en-US';

  let context: BrowserContext | undefined;
  const close = async () => {
    await context?.close();
    if (!options.userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  // The side panel and the popup announce themselves as targets of type "other"; with this word Playwright attaches
  // to them and they become pages of the context.
  process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless ?? false,
      viewport: null,
      colorScheme: options.colorScheme ?? 'light',
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [...launchArguments(extensionPath), `--lang=${locale}`, ...(options.args ?? [])],
      env: {
        ...process.env,
        ...localeEnvironment(locale),
        ...(options.display ? { DISPLAY: options.display, WAYLAND_DISPLAY: undefined } : {}),
      },
      // Whoever launches also closes; the default ends the whole process before anything else is cleaned up.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const devtools = await openDevtools(context);
    const extensionId = await loadExtension(devtools, extensionPath);
    const extension = createLaunchedExtension({ context, devtools, extensionId, close });
    await extension.serviceWorker();
    return extension;
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDevtools(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser went away while it started');
  return browser.newBrowserCDPSession();
}
