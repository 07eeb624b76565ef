import type { SelectionClick } from '@/utils/browser/context-menu';
import { reportFault } from '@/utils/browser/log';
import { openOptions } from '@/utils/browser/pages';
import { openPanel } from '@/utils/browser/panel';
import { observeFrame } from '@/utils/browser/selection';
import { checkSetup } from '@/utils/core/connection/connect';
import type { Draft } from '@/utils/core/job/draft';
import { handleMenuClick } from '@/utils/core/job/menu-click';
import { replaceDraft } from '@/utils/storage/draft-store';
import { readSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

/** What a click on the menu entry does: the panel first, because only the gesture's own turn may open it. */
export function createSelectionListener({
  open,
  announce,
  queue,
  connectionPorts,
  trouble,
  menuRefusal,
}: Parts) {
  const ports = {
    readSettings,
    openOptions,
    addJob: queue.add,
    saveDraft: (draft: Draft) => replaceDraft(open, announce, { draft, writer: 'menu' }),
    report: reportFault,
    isReady: async () => (await checkSetup(connectionPorts)).missing === undefined,
  };
  const handle = async (click: SelectionClick): Promise<void> => {
    const { tabId, frameId } = click;
    const observed = tabId === undefined ? null : await observeFrame(tabId, frameId);
    await handleMenuClick(ports, click, observed);
  };
  return (click: SelectionClick): void => {
    openPanel(click.windowId).catch(reportFault);
    menuRefusal.clear();
    handle(click).catch((thrown: unknown) => {
      // No row can show it; the side panel is open and does.
      trouble.note(thrown);
      menuRefusal.note(thrown);
      reportFault(thrown);
    });
  };
}
