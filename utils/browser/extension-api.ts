import browser, { type Runtime } from 'webextension-polyfill';

/**
 * The only door to the browser's extension API: every other file of this folder takes from here what it needs and
 * offers it as a small port. The polyfill steps aside where the browser speaks promises itself.
 */
export const extensionApi = browser;

export type RuntimeSender = Runtime.MessageSender;

/** Chrome's side panel, which the polyfill does not know; absent in Firefox, which has a sidebar. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}

/** Chrome's way to keep `storage.local` from content scripts; absent in Firefox. */
interface AccessLevelApi {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

declare global {
  // `var`, because only that declares a property of the global object.
  var chrome:
    | { readonly sidePanel?: SidePanelApi; readonly storage?: { readonly local?: Partial<AccessLevelApi> } }
    | undefined;
}

/** Chrome's own namespace, for the two things the polyfill lacks. */
export function chromeApi(): typeof globalThis.chrome {
  return globalThis.chrome;
}
