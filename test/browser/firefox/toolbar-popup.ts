import { poll } from '../poll';
import type { ChromeScope } from './chrome-scope';
import { callInView } from './extension-view';
import { EXTENSION_ID } from './firefox-build';

/** A new extension's button is not in the toolbar: Firefox puts it into the panel behind the puzzle piece. */
const OPEN_PANEL = `() => document.getElementById('unified-extensions-button').click()`;

const CLICK_ENTRY = `(id) => {
  const panel = document.getElementById('unified-extensions-panel');
  if (panel?.state !== 'open') return undefined;
  const entry = panel.querySelector('[data-extensionid="' + id + '"] .unified-extensions-item-action-button');
  entry?.click();
  return entry ? true : undefined;
}`;

const CLOSE = `() => document.querySelector('.webextension-popup-browser').closest('panel').hidePopup()`;

/** The extension's real popup, which hangs from the toolbar and stands in no tab. */
export interface ToolbarPopup {
  /** Calls a function, given as text, with the popup's document. */
  call(script: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Clicks the extension's entry in Firefox's list of extensions, over the tab in front. */
export async function openToolbarPopup(chrome: ChromeScope): Promise<ToolbarPopup> {
  const call = (script: string) => callInView(chrome, 'popup', script);
  await chrome.call(OPEN_PANEL);
  await poll("the extension's entry", () => chrome.call(CLICK_ENTRY, EXTENSION_ID));
  await poll('the popup to open', () => call('(page) => page.readyState === "complete" || undefined'));
  return {
    call,
    async close() {
      await chrome.call(CLOSE);
      await poll('the popup to close', async () =>
        (await call('(page) => page.readyState')) === undefined ? true : undefined,
      );
    },
  };
}
