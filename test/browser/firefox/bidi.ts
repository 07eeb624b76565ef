import type { Browser, Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';

/** The open channel of WebDriver BiDi. Firefox knows more commands and parameters than the types of Puppeteer do. */
export interface BidiChannel {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** The channel of a browser, for what Puppeteer has no method for. */
export function bidiOf(browser: Browser): BidiChannel {
  const candidate: unknown = browser;
  if (!(candidate instanceof BidiBrowser)) throw new Error('this browser is not driven by WebDriver BiDi');
  return candidate.connection;
}

/** The id that WebDriver BiDi knows a tab by. */
function contextOf(page: Page): string {
  const frame: unknown = page.mainFrame();
  if (!(frame instanceof BidiFrame)) throw new Error('this tab is not driven by WebDriver BiDi');
  return frame.browsingContext.id;
}

/**
 * Opens an address in a new tab in front, and waits until it is loaded. Puppeteer's own `goto` waits for ever on
 * pages of an extension: Firefox does not send their load events.
 */
export async function openTab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await bidiOf(browser).send('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
  return page;
}
