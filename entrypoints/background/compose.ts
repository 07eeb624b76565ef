import { createJobHandlers } from './job-handlers';
import { createOrderHandlers } from './order-handlers';
import { createPictureHandlers } from './picture-handlers';
import { createRecovery } from './recovery';
import { createSelectionListener } from './selection-listener';
import { createProviderHandlers } from './provider-handlers';
import { createSettingsHandlers } from './settings-handlers';
import { createNoticeListener } from './notices';
import { createParts } from './parts';
import { createTransferHandlers } from './transfer-handlers';
import { createUnsavedHandlers } from './unsaved-handlers';

/** Joins the parts to what the background does. */
export function compose() {
  const parts = createParts();
  const handlers = {
    ...createOrderHandlers(parts),
    ...createJobHandlers(parts),
    ...createPictureHandlers(parts),
    ...createProviderHandlers(parts),
    ...createSettingsHandlers(parts),
    ...createTransferHandlers(parts),
    ...createUnsavedHandlers(parts),
  };
  return {
    queue: parts.queue,
    handlers,
    recover: createRecovery(parts),
    selectionClicked: createSelectionListener(parts),
    noticeClicked: createNoticeListener(parts),
  };
}
