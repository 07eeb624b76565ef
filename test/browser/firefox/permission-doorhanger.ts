import { poll } from '../poll';
import type { ChromeScope } from './chrome-scope';

const READ = `() => {
  const asked = document.querySelector('#notification-popup popupnotification');
  return asked && asked.closest('panel').state === 'open' ? asked.textContent : undefined;
}`;

const PRESS = `(which) => document.querySelector('#notification-popup popupnotification')[which].click()`;

/** Firefox's own question for a permission, while it hangs from the address bar. */
export interface PermissionDoorhanger {
  /** What it says. */
  readonly words: string;
  allow(): Promise<void>;
  deny(): Promise<void>;
}

/**
 * Waits until Firefox asks.
 *
 * @throws {WaitTimeout} when it does not
 */
export async function permissionDoorhanger(chrome: ChromeScope): Promise<PermissionDoorhanger> {
  const words = await poll("Firefox's question", async () => {
    const text = await chrome.call(READ);
    return typeof text === 'string' ? text : undefined;
  });
  const press = async (which: 'button' | 'secondaryButton'): Promise<void> => {
    await chrome.call(PRESS, which);
    await poll("Firefox's question to close", async () =>
      (await chrome.call(READ)) === undefined ? true : undefined,
    );
  };
  return { words, allow: () => press('button'), deny: () => press('secondaryButton') };
}
