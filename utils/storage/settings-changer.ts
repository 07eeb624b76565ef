import type { Settings } from '../core/server/settings';
import { readSettings, writeSettings } from './settings-store';

/** Changes the settings as they are at its turn; settles when the change is kept. */
export type ChangeSettings = (change: (settings: Settings) => Settings) => Promise<void>;

/**
 * Makes the one way to change settings. Changes wait for each other: two at once would each write what they read, and
 * one of them, perhaps a new server, would be lost.
 */
export function createSettingsChanger(): ChangeSettings {
  let last: Promise<void> = Promise.resolve();
  return (change) => {
    const turn = last.then(async () => writeSettings(change(await readSettings())));
    // A change that could not be kept must not keep the next one from its turn; its own caller is told.
    last = turn.catch(() => undefined);
    return turn;
  };
}
