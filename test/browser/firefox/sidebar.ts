import { poll } from '../poll';
import type { ChromeScope } from './chrome-scope';
import { callInView } from './extension-view';
import { EXTENSION_ID } from './firefox-build';

const SHOWS_OURS = `(id) => {
  const { isOpen, currentID } = SidebarController;
  return (isOpen && currentID === id.replace(/[^\\w-]/g, '_') + '-sidebar-action') || undefined;
}`;

const HIDE = `() => SidebarController.hide()`;

/** The sidebar of Firefox's window. */
export interface Sidebar {
  /** Waits until it is open and shows our page. */
  waitUntilOpen(): Promise<void>;
  /** Calls a function, given as text, with the document of our page. */
  call(script: string): Promise<unknown>;
  close(): Promise<void>;
}

export function sidebarOf(chrome: ChromeScope): Sidebar {
  return {
    async waitUntilOpen() {
      await poll('the sidebar to open', () => chrome.call(SHOWS_OURS, EXTENSION_ID));
    },
    call: (script) => callInView(chrome, 'sidebar', script),
    async close() {
      await chrome.call(HIDE);
      await poll('the sidebar to close', async () =>
        (await chrome.call(SHOWS_OURS, EXTENSION_ID)) === undefined ? true : undefined,
      );
    },
  };
}
