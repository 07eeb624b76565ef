import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { selectWords } from '../browser/main-job/select-words';
import { SENTENCE, servePassage } from '../browser/main-job/serve-passage';
import { createNativeInput } from '../browser/native-input';
import { poll } from '../browser/poll';
import { stopBackground } from '../browser/stop-background';
import { startVirtualDisplay } from '../browser/virtual-display';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildFloor } from './build-floor';
import { median, type Measurement } from './measurement';

const ROUNDS = 20;

/** Finding the words, the settings and the key, and writing the job down first, may take this much, in milliseconds. */
const ALLOWANCE_MS = 60;

interface Side {
  /** Milliseconds from the key that picks the menu entry to the request at the server. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

async function openSide(
  path: string,
  sandbox: Sandbox,
  passageUrl: string,
  prepare: (extension: LaunchedExtension) => Promise<void>,
): Promise<Side> {
  const screen = await startVirtualDisplay();
  const extension = await launchExtension({ extensionPath: path, display: screen.display });
  const hands = createNativeInput(screen.display);
  await prepare(extension);
  const page = await extension.openTab(passageUrl);
  const words = page.locator(SENTENCE.selector);
  return {
    async measure() {
      // The same words twice within a minute would wait for a word.
      await words.evaluate((element) => element.append(' Again.'));
      await selectWords(words);
      const menu = await hands.rightClick(words);
      await menu.highlightOurEntry();
      await stopBackground(extension, page);
      sandbox.clear();
      const pressed = Date.now();
      await menu.chooseOurMenuEntry();
      const request = await poll('the request', () => sandbox.generations()[0], { everyMs: 5 });
      return request.receivedAt - pressed;
    },
    async close() {
      await extension.close();
      await screen.stop();
    },
  };
}

/** From a click on the menu entry to the request, with a sleeping background, against one that only fetches. */
export async function measureClick(): Promise<readonly Measurement[]> {
  const sandbox = await startSandbox();
  const passage = await servePassage();
  const granted = copyGrantedExtension();
  const built = await buildFloor(sandbox.baseUrl);
  const ours = await openSide(granted.path, sandbox, passage.url, async (extension) => {
    const options = await extension.openPage('options.html');
    await fillServer(options, { baseUrl: sandbox.baseUrl, key: 'sk-bench' });
    await saveButton(options).click();
    await options.getByText('Saved. Depict may talk to').waitFor();
  });
  const floor = await openSide(built.path, sandbox, passage.url, () => Promise.resolve());
  const samples: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ourTime = await ours.measure();
      const floorTime = await floor.measure();
      // The first round fills caches and opens the side panel.
      if (round === 0) continue;
      samples.ours.push(ourTime);
      samples.floor.push(floorTime);
    }
  } finally {
    await ours.close();
    await floor.close();
    await passage.close();
    await sandbox.close();
    granted.remove();
    built.remove();
  }
  const floorMedian = median(samples.floor);
  return [
    {
      name: 'click → request, background asleep',
      unit: 'ms',
      ours: median(samples.ours),
      floor: floorMedian,
      goal: floorMedian + ALLOWANCE_MS,
      rule: `≤ a background that only fetches + ${ALLOWANCE_MS} ms`,
      samples,
    },
  ];
}
