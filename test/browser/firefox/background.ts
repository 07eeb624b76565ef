import * as v from 'valibot';
import type { ChromeScope } from './chrome-scope';
import { EXTENSION_ID } from './firefox-build';

const STATE = `(id) => WebExtensionPolicy.getByID(id).extension.backgroundState`;

const TERMINATE = `(id) =>
  WebExtensionPolicy.getByID(id).extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  })`;

/** The event page of the extension. */
export interface Background {
  /** `running`, `stopped` or a word for what lies between. */
  state(): Promise<string>;
  /** Ends it as Firefox does with an idle one. */
  terminate(): Promise<void>;
}

export function backgroundOf(chrome: ChromeScope): Background {
  return {
    state: async () => v.parse(v.string(), await chrome.call(STATE, EXTENSION_ID)),
    terminate: async () => void (await chrome.call(TERMINATE, EXTENSION_ID)),
  };
}
