import type { Page } from 'playwright-core';
import { createBackgroundKiller } from '../browser/background-killer';
import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import { connect } from '../e2e/connected-world';
import { startSandbox } from '../sandbox/server';
import { createHeldAnswers } from './held-answers';
import type { OpenedPlace } from './kill-matrix';

/** Writes a prompt for two pictures into the box of an open side panel. */
export async function writePrompt(panel: Page, prompt: string): Promise<void> {
  await panel.getByRole('spinbutton', { name: 'Images' }).fill('2');
  await panel.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
}

/** One Chromium for many deaths of its background. */
export async function openChromiumPlace(): Promise<OpenedPlace> {
  const answers = createHeldAnswers();
  const sandbox = await startSandbox({ intercept: answers.intercept });
  const granted = copyGrantedExtension();
  const extension = await launchExtension({ extensionPath: granted.path, headless: true });
  const options = await connect({ extension, sandbox });
  const panel = await extension.openPage('sidepanel.html');
  await options.close();
  const killer = await createBackgroundKiller(extension, panel);
  return {
    name: 'Chromium',
    sandbox,
    answers,
    page: panel,
    write: (prompt) => writePrompt(panel, prompt),
    kill: () => killer.kill(),
    async close() {
      await extension.close();
      await sandbox.close();
      granted.remove();
    },
  };
}
