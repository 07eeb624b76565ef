import type { LaunchedExtension } from '../browser/launched-extension';
import { launchExtension } from '../browser/launch-extension';
import { requireChromium } from '../browser/find-browser';
import type { SpawnOptions } from '../browser/spawn-chromium';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { generate, jobWith } from '../e2e/connected-world';
import type { Sandbox } from '../sandbox/server';
import { slowPrompt, type Way } from './slow-answer';

export interface SlowOrder {
  /** The prompt, without what it says to the sandbox. */
  readonly words: string;
  readonly way: Way;
  readonly seconds: number;
}

/** How long the server wants to be left alone at first: long enough to close the browser. */
export const PAUSE_SECONDS = 20;

/** Opens a profile with a debugger, for what a person does and sees there. */
export function openProfile({ extensionPath, userDataDir }: SpawnOptions): Promise<LaunchedExtension> {
  return launchExtension({ extensionPath, userDataDir, headless: true, executablePath: requireChromium() });
}

/** One request after the other, each with all the time there is. */
async function connectOneByOne(extension: LaunchedExtension, { baseUrl }: Sandbox): Promise<void> {
  const options = await extension.openPage('options.html');
  await fillServer(options, { baseUrl, key: 'sk-lifetime' });
  await options.getByText('More about this server').click();
  await options.getByRole('spinbutton', { name: 'Requests at once' }).fill('1');
  await options.getByRole('spinbutton', { name: 'Longest wait in seconds' }).fill('900');
  await saveButton(options).click();
  await options.getByRole('status').getByText('Saved. Depict may talk to').waitFor();
}

/**
 * Leaves two jobs in a profile that go on by themselves when its browser is there again, with nobody attached: the
 * server answers the first with a pause, so that both wait. Then the first is answered slowly, and the second is sent
 * when the first has ended.
 */
export async function leaveWaiting(
  place: SpawnOptions,
  sandbox: Sandbox,
  { words, way, seconds }: SlowOrder,
): Promise<void> {
  const extension = await openProfile(place);
  try {
    await connectOneByOne(extension, sandbox);
    const panel = await extension.openPage('sidepanel.html');
    if (way === 'streamed') {
      await panel.getByText('More settings').click();
      await panel.getByRole('checkbox', { name: 'Show the picture while it is drawn' }).check();
    }
    const pause = `[[rate-limited ${PAUSE_SECONDS} x1]]`;
    await generate(panel, slowPrompt(`${words} ${pause}`, way, seconds));
    await (await jobWith(panel, words, 'queued')).getByText('The server asked to wait').waitFor();
    await generate(panel, 'The next in turn');
    await jobWith(panel, 'The next in turn', 'queued');
  } finally {
    await extension.close();
  }
}
