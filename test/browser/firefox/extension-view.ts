import type { ChromeScope } from './chrome-scope';
import { EXTENSION_ID } from './firefox-build';

/** Pages of the extension that stand in no tab, so that WebDriver does not reach them. */
export type ViewKind = 'background' | 'popup' | 'sidebar';

/**
 * A message manager is the one way from Firefox's window into the process that holds the extension's pages. A popup is
 * loaded in a hidden panel first and then moves to another browser element; an answer on the way would be lost.
 */
const CALL_IN_VIEW = `(id, kind, script) => {
  const views = [...WebExtensionPolicy.getByID(id).extension.views];
  const browser = views.find((view) => view.viewType === kind)?.xulBrowser;
  const panel = browser?.closest('panel');
  if (!browser || (panel && panel.state !== 'open')) return undefined;
  const messages = browser.messageManager;
  return new Promise((resolve, reject) => {
    const name = 'depict:answer:' + Math.random();
    messages.addMessageListener(name, function receive({ data }) {
      messages.removeMessageListener(name, receive);
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data.answer);
    });
    const frameScript = \`{
      let outcome;
      try { outcome = { answer: (\${script})(content.document) }; }
      catch (error) { outcome = { fault: String(error) }; }
      sendAsyncMessage('\${name}', outcome);
    }\`;
    messages.loadFrameScript('data:,' + encodeURIComponent(frameScript), false);
  });
}`;

/**
 * Calls a function with the document of such a page.
 *
 * @param script the function as text; it gets the document, and what it returns must be JSON
 * @returns its answer, or `undefined` while there is no such page
 */
export function callInView(chrome: ChromeScope, kind: ViewKind, script: string): Promise<unknown> {
  return chrome.call(CALL_IN_VIEW, EXTENSION_ID, kind, script);
}
