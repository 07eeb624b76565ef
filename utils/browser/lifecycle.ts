import { extensionApi } from './extension-api';

/** Calls back after an installation or an update of the extension or the browser. */
export function onInstalled(listener: () => void): void {
  extensionApi.runtime.onInstalled.addListener(listener);
}

/** Calls back when a browser profile starts. */
export function onStartup(listener: () => void): void {
  extensionApi.runtime.onStartup.addListener(listener);
}

/** Beginning of the address of every page of this extension, slash included. */
export function ownOrigin(): string {
  return extensionApi.runtime.getURL('/');
}

/** The version of this extension. */
export function extensionVersion(): string {
  return extensionApi.runtime.getManifest().version;
}
