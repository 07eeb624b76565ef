import type { Locator, Page } from 'playwright-core';
import { poll } from '../poll';

/** What a person enters on the options page. */
export interface ServerAccess {
  readonly baseUrl: string;
  readonly key: string;
}

/** Types the server and the key into the open options page. */
export async function fillServer(options: Page, { baseUrl, key }: ServerAccess): Promise<void> {
  await options.getByRole('textbox', { name: 'API base URL' }).fill(baseUrl);
  await options.getByRole('textbox', { name: 'API key' }).fill(key);
}

/** The button behind which the browser asks for the server's origin. */
export function saveButton(options: Page): Locator {
  return options.getByRole('button', { name: 'Save and allow access' });
}

/** Whether the browser has granted the origin of a server to the extension. */
export async function hasAccess(extensionPage: Page, baseUrl: string): Promise<boolean> {
  const { protocol, hostname } = new URL(baseUrl);
  // The pattern has no port: it stands for all of them.
  const question = JSON.stringify({ origins: [`${protocol}//${hostname}/*`] });
  const answer: unknown = await extensionPage.evaluate(`chrome.permissions.contains(${question})`);
  return answer === true;
}

/**
 * Waits until the browser has granted the origin of a server.
 *
 * @throws {WaitTimeout} when it does not
 */
export async function waitForAccess(extensionPage: Page, baseUrl: string, timeoutMs = 10_000): Promise<void> {
  await poll('access to the server', async () => (await hasAccess(extensionPage, baseUrl)) || undefined, {
    timeoutMs,
  });
}

/**
 * Presses "Test connection" and waits for its result, not for the word that it is being tested ("…").
 *
 * @returns what the page announces
 * @throws when nothing is announced within 20 seconds
 */
export async function testConnection(options: Page): Promise<string> {
  // Watched from before the click: the result may read as what stood there already.
  const announcement = await options.getByRole('status').evaluateHandle((region: HTMLElement) => {
    const result = new Promise<string>((resolve, reject) => {
      new MutationObserver((_changes, observer) => {
        const text = region.innerText.trim();
        if (text === '' || text.endsWith('…')) return;
        observer.disconnect();
        resolve(text);
      }).observe(region, { childList: true, subtree: true, characterData: true });
      setTimeout(() => reject(new Error('the page announced no result of the test')), 20_000);
    });
    return { result };
  });
  await options.getByRole('button', { name: 'Test connection' }).click();
  return announcement.evaluate(({ result }) => result);
}
