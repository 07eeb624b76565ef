import type { Locator } from 'playwright-core';
import type { NativeInput } from '../browser/native-input';
import type { Steps } from './steps';

/** Who does what only a person can do in a browser. */
export interface Reader {
  /**
   * Presses a button behind which the browser asks for a permission, and allows it.
   *
   * @param granted waits until the browser has given it, for as long as it is told
   */
  allow(button: Locator, granted: (patienceMs: number) => Promise<void>): Promise<void>;
  /** Right-clicks the selected words and picks the extension's entry. */
  pickOurEntry(words: Locator): Promise<void>;
  /** How long the next thing may take after that, in milliseconds. */
  readonly patienceMs: number;
}

const QUICK_MS = 30_000;
const PATIENT_MS = 10 * 60_000;

/** The demo itself, with real mouse and key events. */
export function createHandyReader(hands: NativeInput, steps: Steps): Reader {
  return {
    patienceMs: QUICK_MS,
    async allow(button, granted) {
      const prompt = await steps.run('save: the browser asks before it gives access', () =>
        hands.openPermissionPrompt(button),
      );
      await steps.run('allow it', async () => {
        await prompt.allow();
        await granted(QUICK_MS);
      });
    },
    async pickOurEntry(words) {
      const menu = await steps.run('right-click the sentence', async () => {
        const opened = await hands.rightClick(words);
        await opened.highlightOurEntry();
        return opened;
      });
      await steps.run('pick “Generate image from …”', () => menu.chooseOurMenuEntry());
    },
  };
}

/** The person before the screen, where no native event can be sent. */
export function createAskedReader(steps: Steps): Reader {
  return {
    patienceMs: PATIENT_MS,
    async allow(button, granted) {
      await button.click();
      console.log('→ The browser asks whether Depict may reach the server. Please press Allow.');
      await steps.run('access is allowed', () => granted(PATIENT_MS));
    },
    async pickOurEntry(words) {
      await words.page().bringToFront();
      console.log('→ Please right-click the selected sentence and choose “Generate image from …”.');
    },
  };
}
