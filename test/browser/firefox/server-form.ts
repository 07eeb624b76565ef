import type { Page } from 'puppeteer-core';
import { poll } from '../poll';
import type { ServerAccess } from '../main-job/connect-to-server';

/** Types the server and the key into the open options page. */
export async function fillServer(options: Page, { baseUrl, key }: ServerAccess): Promise<void> {
  await options.locator('aria/API base URL[role="textbox"]').fill(baseUrl);
  // Firefox gives a password field no role, so its name alone would also find its label.
  await options.locator('input[type="password"]').fill(key);
}

/** Clicks a button as a person does; Firefox counts this as a gesture. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator(`aria/${name}[role="button"]`).click();
}

/** Waits until the page announces words that hold these, and returns all of them. */
export function waitForStatus(options: Page, words: string): Promise<string> {
  return poll(`the page to say "${words}"`, async () => {
    const said = await options.$eval('[role="status"]', (region) => region.textContent);
    return said.includes(words) ? said : undefined;
  });
}
