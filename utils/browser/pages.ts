import { extensionApi } from './extension-api';

/** Opens the options page, or brings the open one to the front. */
export function openOptions(): Promise<void> {
  return extensionApi.runtime.openOptionsPage();
}

/** Opens the history page: at one picture in the viewer, at one job, at what takes up room, or at the newest. */
export async function openGallery(
  place: { image: string } | { job: string } | 'storage' | undefined,
): Promise<void> {
  const parameters = typeof place === 'object' ? new URLSearchParams({ ...place }).toString() : place;
  const hash = parameters === undefined ? '' : `#${parameters}`;
  await extensionApi.tabs.create({ url: extensionApi.runtime.getURL(`gallery.html${hash}`) });
}

/** Opens the page that shows what happened under the hood. */
export async function openDiagnostics(): Promise<void> {
  await extensionApi.tabs.create({ url: extensionApi.runtime.getURL('diagnostics.html') });
}

/** Opens a server's own site in a tab. */
export async function openSite(address: string): Promise<void> {
  await extensionApi.tabs.create({ url: address });
}

/** The window this page is in. */
export async function currentWindowId(): Promise<number | undefined> {
  return (await extensionApi.windows.getCurrent()).id;
}
