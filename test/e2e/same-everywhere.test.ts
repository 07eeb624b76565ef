import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { poll } from '../browser/poll';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { createAnswerGate } from './answer-gate';

const answers = createAnswerGate();
const world = setUpGrantedWorld({ sandbox: { intercept: answers.intercept } });

/** A page of the extension in a window of its own. */
async function openWindow(opener: Page, path: string): Promise<Page> {
  const { extension } = world();
  const before = new Set(extension.context.pages());
  await opener.evaluate(`chrome.windows.create({ url: ${JSON.stringify(extension.url(path))} })`);
  const page = await poll('the second window', () =>
    extension.context.pages().find((one) => !before.has(one) && one.url() === extension.url(path)),
  );
  await page.waitForLoadState();
  return page;
}

/** The states of the jobs as a page lists them, newest first. */
const statesOn = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('list', { name: 'Jobs' })
    .locator('[data-job-id]')
    .evaluateAll((items) => items.map((item) => item.dataset['state'] ?? ''));

test('two windows, three popups, the history and the side panel show the same, whatever happens', async () => {
  const { extension } = world();
  const options = await connect(world());
  const panel = await extension.openPage('sidepanel.html');
  const pages = [
    panel,
    await extension.openPage('popup.html'),
    await extension.openPage('popup.html'),
    await openWindow(options, 'popup.html'),
    await openWindow(options, 'sidepanel.html'),
  ];
  const gallery = await extension.openPage('gallery.html');
  const everywhere = async (states: readonly string[]): Promise<void> => {
    for (const page of pages)
      await expect.poll(() => statesOn(page), { timeout: 5000, message: page.url() }).toEqual(states);
  };
  const inHistory = (words: string) => gallery.getByRole('list', { name: words });

  const [, , third, fourth] = pages;
  if (!third || !fourth) throw new Error('pages are missing');
  await generate(panel, 'Seen from everywhere');
  await everywhere(['running']);
  await generate(fourth, 'Asked in the other window');
  await everywhere(['running', 'running']);
  await generate(third, 'Waits for its turn');
  await everywhere(['queued', 'running', 'running']);
  await expect.poll(() => inHistory('Not finished yet').getByRole('listitem').count()).toBe(3);

  const waiting = await jobWith(fourth, 'Waits for its turn', 'queued');
  await waiting.getByRole('button', { name: 'Cancel' }).click();
  await everywhere(['cancelled', 'running', 'running']);
  await expect.poll(() => inHistory('Not finished yet').getByRole('listitem').count()).toBe(2);

  // A page that is closed takes nothing with it.
  await third.close();
  pages.splice(2, 1);
  answers.release();
  await everywhere(['cancelled', 'done', 'done']);
  await expect.poll(() => inHistory('Images').locator('[data-image-id]').count()).toBe(2);
  await inHistory('Not finished yet').waitFor({ state: 'detached' });
});
