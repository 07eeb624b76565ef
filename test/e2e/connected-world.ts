import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { copyGrantedExtension } from '../browser/granted-extension';
import { poll } from '../browser/poll';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { setUpWorld, type World, type WorldOptions } from './support';

/** A world whose browser has already granted the sandbox's host. */
export function setUpGrantedWorld(options: WorldOptions = {}): () => World {
  const granted = copyGrantedExtension();
  afterAll(granted.remove);
  const world = setUpWorld({ ...options, launch: { ...options.launch, extensionPath: granted.path } });
  // A tab that stays: closing the last one would end the browser.
  beforeAll(async () => {
    await world().extension.openTab(world().passage.url);
  });
  return world;
}

/** Goes through the options page as a person does, and leaves it open. */
export async function connect(
  { extension, sandbox }: Pick<World, 'extension' | 'sandbox'>,
  key = 'sk-e2e-key',
): Promise<Page> {
  const options = await extension.openPage('options.html');
  await fillServer(options, { baseUrl: sandbox.baseUrl, key });
  await saveButton(options).click();
  await options.getByRole('status').getByText('Saved. Depict may talk to').waitFor();
  return options;
}

/** The prompt box and its button. */
export async function generate(page: Page, prompt: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await page.getByRole('button', { name: 'Generate' }).click();
}

/** The newest job with these words, once it is in the state. */
export async function jobWith(page: Page, words: string, state: string): Promise<Locator> {
  const job = page
    .getByRole('list', { name: 'Jobs' })
    .locator('[data-job-id]')
    .filter({ hasText: words })
    .first();
  await job.and(page.locator(`[data-state="${state}"]`)).waitFor();
  return job;
}

/** The options page, once it opened by itself: the browser shows it in a new tab or in an empty one. */
export function openedOptions({ extension }: World): Promise<Page> {
  const address = extension.url('options.html');
  return poll('the options page to open', () =>
    extension.context.pages().find((page) => page.url() === address),
  );
}
