import type { Worker } from 'playwright-core';

/** A click on the menu entry, as the browser would tell of it. */
export interface MenuClick {
  readonly selectionText: string;
  readonly pageUrl?: string;
  readonly title?: string;
}

/**
 * Runs the background's own handler for a click on the menu entry. No gesture comes with it, so the side panel stays
 * shut; a script runs in the page where it is open in a tab and its host was granted. What a gesture brings is tested with a
 * real right-click.
 */
export async function dispatchMenuClick(background: Worker, click: MenuClick): Promise<void> {
  const { selectionText, pageUrl = 'https://example.com/book', title = 'A book' } = click;
  const info = { menuItemId: 'generate-from-selection', selectionText, pageUrl, editable: false, frameId: 0 };
  const tab = { id: -1, windowId: -1, title, url: pageUrl };
  const { protocol, hostname, pathname } = new URL(pageUrl);
  const pattern = JSON.stringify(`${protocol}//${hostname}${pathname}*`);
  // Text, because these files know nothing of the extension's globals. JSON writes lone surrogates as escapes.
  const call = `chrome.tabs.query({ url: ${pattern} }).then(([open]) =>
    chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, { ...${JSON.stringify(tab)}, ...(open && { id: open.id }) }))`;
  await background.evaluate(call);
}
