import type { Page } from 'playwright-core';

/** Sends an intent as our own pages do. `page` must be one of the extension. */
export async function askBackground(
  page: Page,
  request: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(request)})`);
}

/** What stands on the toolbar button: its text and its title. */
export async function readToolbarButton(page: Page): Promise<{ text: unknown; title: unknown }> {
  return page.evaluate(
    'Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then(([text, title]) => ({ text, title }))',
  );
}

/** Names of the alarms that are set. */
export async function readAlarms(page: Page): Promise<unknown> {
  return page.evaluate('chrome.alarms.getAll().then((alarms) => alarms.map(({ name }) => name))');
}
