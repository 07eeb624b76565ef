import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { poll } from './poll';

/** A running browser that has the extension. */
export interface LaunchedExtension {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The address of a page of the extension, such as `gallery.html#job=…`. */
  url(path: string): string;
  /** Shows an address in a tab: the empty one that the browser started with, or a new one. */
  openTab(address: string): Promise<Page>;
  /** Opens a page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  /** The background as it runs now; waits for it while it starts, but does not wake it. */
  serviceWorker(): Promise<Worker>;
  /** The page in the side panel, as soon as it stands there. Never one that was opened in a tab. */
  sidePanelPage(timeoutMs?: number): Promise<Page>;
  /** Clicks the toolbar button while `tab` is in front. The real popup closes when it loses the focus. */
  openToolbarPopup(tab: Page): Promise<Page>;
  /** Ends the browser and removes the profile if it was made for this run. Does nothing the second time. */
  close(): Promise<void>;
}

interface Parts {
  readonly context: BrowserContext;
  /** A session with the browser itself, not with a page. */
  readonly devtools: CDPSession;
  readonly extensionId: string;
  readonly close: () => Promise<void>;
}

/** Runs in a page of the extension. Text, because these files know nothing of the extension's globals. */
const STANDS_IN_TAB = 'chrome.tabs.getCurrent().then((tab) => tab !== undefined)';

/** Puts the handles together that tests and the demo use. */
export function createLaunchedExtension({ context, devtools, extensionId, close }: Parts): LaunchedExtension {
  const url = (path: string) => `chrome-extension://${extensionId}/${path}`;

  const findOutsideTabs = async (path: string): Promise<Page | undefined> => {
    for (const page of context.pages()) {
      if (!page.url().startsWith(url(path))) continue;
      const inTab: unknown = await page.evaluate(STANDS_IN_TAB).catch(() => undefined);
      if (inTab === false) return page;
    }
    return undefined;
  };

  const openTab = async (address: string) => {
    const empty = context.pages().find((page) => page.url() === 'about:blank');
    const page = empty ?? (await context.newPage());
    await page.goto(address);
    return page;
  };

  return {
    context,
    extensionId,
    url,
    close,
    openTab,
    openPage: (path) => openTab(url(path)),
    serviceWorker: () =>
      poll('the background to start', () =>
        context.serviceWorkers().find((worker) => worker.url().startsWith(url(''))),
      ),
    sidePanelPage: (timeoutMs = 10_000) =>
      poll('the side panel to open', () => findOutsideTabs('sidepanel.html'), { timeoutMs }),
    async openToolbarPopup(tab) {
      await tab.bringToFront();
      const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find((info) => info.url === tab.url());
      if (!target) throw new Error(`no tab shows ${tab.url()}`);
      await devtools.send('Extensions.triggerAction', { id: extensionId, targetId: target.targetId });
      return poll('the popup to open', () => findOutsideTabs('popup.html'));
    },
  };
}
