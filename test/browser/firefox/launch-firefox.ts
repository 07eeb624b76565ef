import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import * as v from 'valibot';
import { backgroundOf, type Background } from './background';
import { openTab } from './bidi';
import { enterChromeScope, type ChromeScope } from './chrome-scope';
import { recordConsole, type ConsoleRecord } from './console-record';
import { EXTENSION_ID, requireFirefoxBuild } from './firefox-build';
import { findFirefox } from './find-firefox';
import { installForGood, isStarted, UNSIGNED } from './install-for-good';
import { killGroup } from '../kill-group';
import { poll } from '../poll';

export interface FirefoxOptions {
  /** Preferences as `about:config` shows them. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /** A profile to keep, with the extension in it from the first time on; without one, both are gone at the end. */
  readonly userDataDir?: string;
}

/** A running Firefox that has the extension. */
export interface FirefoxExtension {
  readonly chrome: ChromeScope;
  readonly background: Background;
  readonly console: ConsoleRecord;
  /** Shows an address in a new tab in front. */
  openTab(address: string): Promise<Page>;
  /** Shows a page of the extension, such as `gallery.html`, in a new tab in front. */
  openPage(path: string): Promise<Page>;
  close(): Promise<void>;
  /** Ends Firefox and all its processes in one blow, as a power cut would, and waits until they are gone. */
  kill(): Promise<void>;
}

/** Every profile knows an extension by another address. */
const ORIGIN = `(id) => WebExtensionPolicy.getByID(id).getURL('')`;

async function keepInstalled(chrome: ChromeScope, build: string, userDataDir: string): Promise<void> {
  const archive = join(userDataDir, 'depict.xpi');
  if (!existsSync(archive)) await installForGood(chrome, build, archive);
  await poll('the extension to start', () => isStarted(chrome));
}

/**
 * Starts Firefox without a window and installs the build, unless the profile has it already.
 *
 * @throws when Firefox or the build is missing, or Firefox refuses it
 */
export async function launchFirefox({
  preferences = {},
  userDataDir,
}: FirefoxOptions = {}): Promise<FirefoxExtension> {
  const build = requireFirefoxBuild();
  const browser = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences, ...(userDataDir && UNSIGNED) },
    ...(userDataDir && { userDataDir }),
    // Nobody may stand between the extension and its server.
    networkEnabled: false,
    defaultViewport: null,
  });
  try {
    const chrome = await enterChromeScope(browser);
    const record = await recordConsole(chrome);
    if (userDataDir) await keepInstalled(chrome, build, userDataDir);
    else await browser.installExtension(build);
    const origin = v.parse(v.string(), await chrome.call(ORIGIN, EXTENSION_ID));
    return {
      chrome,
      background: backgroundOf(chrome),
      console: record,
      openTab: (address) => openTab(browser, address),
      openPage: (path) => openTab(browser, origin + path),
      close: () => browser.close(),
      // Puppeteer starts it as the first of a process group.
      kill: () => killGroup(browser.process()?.pid),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
