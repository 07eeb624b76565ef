import { chromeApi, extensionApi } from './extension-api';

/**
 * Opens the side panel (Firefox: the sidebar). Both browsers take this only in the very turn of a person's gesture,
 * so nothing may be awaited before it.
 * @returns whether it opened; where it cannot, the job is found in the popup and the history all the same
 */
export async function openPanel(windowId: number | undefined): Promise<boolean> {
  const sidePanel = chromeApi()?.sidePanel;
  try {
    if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
    else await extensionApi.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
