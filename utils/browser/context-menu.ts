import { extensionApi } from './extension-api';

/** Id of the one entry; more than one would be folded into a submenu, a second gesture. */
const MENU_ENTRY = 'generate-from-selection';

/** A click on the entry. */
export interface SelectionClick {
  /** The selected words as the browser hands them over: Chrome without line breaks, Firefox cut. */
  readonly text: string;
  readonly tabId: number | undefined;
  readonly windowId: number | undefined;
  readonly frameId: number;
  readonly pageTitle: string;
  readonly pageUrl: string;
}

/** Calls back with each click. To be called in the first turn of the background, or the waking click is lost. */
export function onSelectionClick(listener: (click: SelectionClick) => void): void {
  extensionApi.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU_ENTRY) return;
    listener({
      text: info.selectionText ?? '',
      tabId: tab?.id,
      windowId: tab?.windowId,
      frameId: info.frameId ?? 0,
      pageTitle: tab?.title ?? '',
      pageUrl: info.pageUrl ?? tab?.url ?? '',
    });
  });
}

/** Makes the entry, in the browser's present language. */
export async function installMenuEntry(title: string): Promise<void> {
  await extensionApi.contextMenus.removeAll();
  extensionApi.contextMenus.create({ id: MENU_ENTRY, contexts: ['selection'], title });
}
