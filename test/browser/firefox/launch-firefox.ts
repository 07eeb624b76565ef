import { launch, type Page } from 'puppeteer-core';
import * as v from 'valibot';
import { backgroundOf, type Background } from './background';
import { openTab } from './bidi';
import { enterChromeScope, type ChromeScope } from './chrome-scope';
import { recordConsole, type ConsoleRecord } from './console-record';
import { EXTENSION_ID, requireFirefoxBuild } from './firefox-build';
import { findFirefox } from './find-firefox';

export interface FirefoxOptions {
  /** Preferences as `about:config` shows them. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
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
}

/** Every profile knows an extension by another address. */
const ORIGIN = `(id) => WebExtensionPolicy.getByID(id).getURL('')`;

/**
 * Starts Firefox without a window on a fresh profile and installs the build.
 *
 * @throws when Firefox or the build is missing, or Firefox refuses it
 */
export async function launchFirefox({ preferences = {} }: FirefoxOptions = {}): Promise<FirefoxExtension> {
  const build = requireFirefoxBuild();
  const browser = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences,
    // Nobody may stand between the extension and its server.
    networkEnabled: false,
    defaultViewport: null,
  });
  try {
    const chrome = await enterChromeScope(browser);
    const record = await recordConsole(chrome);
    await browser.installExtension(build);
    const origin = v.parse(v.string(), await chrome.call(ORIGIN, EXTENSION_ID));
    return {
      chrome,
      background: backgroundOf(chrome),
      console: record,
      openTab: (address) => openTab(browser, address),
      openPage: (path) => openTab(browser, origin + path),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
