import type { WorkbenchProps } from '@/components/workbench';
import { requestAccess } from '@/utils/browser/host-access';
import { reportFault } from '@/utils/browser/log';
import { openGallery, openOptions } from '@/utils/browser/pages';
import type { Change } from '@/utils/core/change';
import type { HistoryReader } from '@/utils/core/history';
import { ask } from '@/utils/messaging/client';
import { listenForChanges } from '@/utils/messaging/change-feed';
import type { OpenDatabase } from '@/utils/storage/database';
import { readDraft } from '@/utils/storage/draft-store';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';
import { createLiveAfterPaint } from './first-paint';
import { createSetupLive } from './setup-live';

/** Enough to look back on a sitting; the history has the rest. */
const RECENT_JOBS = 20;

const changesIn = (name: keyof Change) => (onChange: () => void) =>
  listenForChanges((change) => {
    if (change[name]) onChange();
  });

/** Asks, and leaves word in the console if that fails: the list of jobs shows how things really stand. */
const request = (...message: Parameters<typeof ask>): void => void ask(...message).catch(reportFault);

/** Joins the popup or the side panel with the background and the database. */
export function composeWorkbench(open: OpenDatabase, reader: HistoryReader): WorkbenchProps {
  const writer = crypto.randomUUID();
  return {
    jobs: createLiveAfterPaint(() => reader.recentJobs(RECENT_JOBS), changesIn('jobs')),
    settings: createLiveAfterPaint(readSettings, watchSettings),
    draft: createLiveAfterPaint(async () => {
      const kept = await readDraft(open);
      return { draft: kept?.draft, own: kept?.writer === writer };
    }, changesIn('draft')),
    setup: createSetupLive(),
    saveDraft: (draft) => request({ type: 'saveDraft', draft, writer }),
    generate: (order) => ask({ type: 'generate', ...order }),
    on: {
      cancel: ({ id }) => request({ type: 'cancelJob', jobId: id }),
      retry: ({ id }) => request({ type: 'retryJob', jobId: id }),
      allow({ id, pendingPictures = [] }) {
        requestAccess(pendingPictures.map(({ address }) => address))
          .then((granted) => granted && request({ type: 'resumeJob', jobId: id }))
          .catch(reportFault);
      },
      openOptions: () => void openOptions().catch(reportFault),
      openGallery: (place) => void openGallery(place).catch(reportFault),
    },
  };
}
