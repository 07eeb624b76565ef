import { defineBackground } from 'wxt/utils/define-background';
import { t } from '@/utils/i18n/translate';
import { installMenuEntry, onSelectionClick } from '@/utils/browser/context-menu';
import { onAccessGranted } from '@/utils/browser/host-access';
import { onInstalled, onStartup, ownOrigin } from '@/utils/browser/lifecycle';
import { reportFault } from '@/utils/browser/log';
import { onNotificationClick } from '@/utils/browser/notifications';
import { protectStorage } from '@/utils/browser/protect-storage';
import { onWatch } from '@/utils/browser/watch-alarm';
import { serve } from '@/utils/messaging/server';
import { compose } from './compose';

/** Every listener is registered in the first turn: the browser drops the event it woke a background for otherwise. */
export default defineBackground(() => {
  const { queue, handlers, recover, selectionClicked, noticeClicked } = compose();
  const installMenu = (): void => {
    installMenuEntry(t('menu.generate')).catch(reportFault);
  };

  onInstalled(installMenu);
  // The browser's language may have changed since the entry was made.
  onStartup(installMenu);
  onSelectionClick(selectionClicked);
  onNotificationClick(noticeClicked);
  onAccessGranted((patterns) => {
    queue.pump().catch(reportFault);
    // Firefox closes the popup that asked with the answer, so that it cannot go on by itself.
    queue.resumeAllowed(patterns).catch(reportFault);
  });
  onWatch(() => void recover().catch(reportFault));
  serve(handlers, ownOrigin());

  protectStorage();
  recover().catch(reportFault);
});
