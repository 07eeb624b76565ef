import type { WorkbenchProps } from '@/components/pages/workbench';
import type { HistoryReader } from '@/utils/core/history/history';
import { changesIn } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';
import type { OpenDatabase } from '@/utils/storage/database';
import { readDraft } from '@/utils/storage/draft-store';
import { readAllKnowledge } from '@/utils/storage/knowledge-reader';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';
import { askForPicture } from './ask-for-picture';
import { createLiveAfterPaint } from '../shared/first-paint';
import { jobCallbacks, request } from './job-callbacks';
import { createSetupLive } from '../shared/setup-live';

/** Enough to look back on a sitting; the history has the rest. */
const RECENT_JOBS = 20;

/** Joins the popup or the side panel with the background and the database. */
export function composeWorkbench(open: OpenDatabase, reader: HistoryReader): WorkbenchProps {
  const writer = crypto.randomUUID();
  return {
    jobs: createLiveAfterPaint(() => reader.recentJobs(RECENT_JOBS), changesIn('jobs')),
    waiting: createLiveAfterPaint(reader.countWaiting, changesIn('jobs')),
    storage: createLiveAfterPaint(() => ask({ type: 'checkStorage' }), changesIn('storage')),
    settings: createLiveAfterPaint(readSettings, watchSettings),
    knowledge: createLiveAfterPaint(() => readAllKnowledge(open), changesIn('servers')),
    draft: createLiveAfterPaint(async () => {
      const kept = await readDraft(open);
      return { draft: kept?.draft, replaced: kept?.replaced, own: kept?.writer === writer };
    }, changesIn('draft')),
    setup: createSetupLive(),
    saveDraft: (draft) => request({ type: 'saveDraft', draft, writer }),
    generate: askForPicture,
    on: jobCallbacks,
  };
}
