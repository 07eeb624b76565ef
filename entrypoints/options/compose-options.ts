import { createLive } from '@/components/hooks/live';
import type { OptionsPageProps } from '@/components/settings/options-page';
import { requestAccess } from '@/utils/browser/host-access';
import { reportFault } from '@/utils/browser/log';
import { requestNotifications } from '@/utils/browser/notifications';
import { openDiagnostics, openGallery } from '@/utils/browser/pages';
import { addressOf } from '@/utils/core/connection/check-connection';
import type { ProviderForm } from '@/utils/core/connection/save-provider';
import { listenForChanges } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';
import type { OpenDatabase } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { readKnowledge } from '@/utils/storage/knowledge-reader';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';
import { readSpending } from '@/utils/storage/spending-reader';
import { createSetupLive } from '../shared/setup-live';

/** Jobs that wait for the settings are recent ones. */
const RECENT_JOBS = 20;

/** Saves and asks at once: whichever ends first, nothing is lost, and the request is made in the turn of the click. */
async function saveAndAllow(form: ProviderForm): Promise<boolean> {
  const granted = requestAccess([addressOf(form.address).baseUrl]);
  await ask({ type: 'saveProvider', ...form });
  return granted;
}

/** What the browser refuses is not kept. */
async function setNotifications(wanted: boolean): Promise<boolean> {
  if (wanted && !(await requestNotifications())) return false;
  await ask({ type: 'setNotifications', notifications: wanted });
  return true;
}

/** Joins the options page with the background and the database. */
export function composeOptions(open: OpenDatabase): OptionsPageProps {
  const reader = createHistoryReader(open);
  return {
    settings: createLive(readSettings, watchSettings),
    jobs: createLive(() => reader.recentJobs(RECENT_JOBS), listenForChanges),
    setup: createSetupLive(),
    spending: createLive(() => readSpending(open), listenForChanges),
    server: {
      saveAndAllow,
      test: (form) => ask({ type: 'testConnection', ...form }),
      hasKey: async (providerId, address) => (await ask({ type: 'findKey', providerId, address })).present,
      listModels: async (providerId) => (await readKnowledge(open, providerId)).models ?? [],
      move: (jobs, providerId) =>
        void ask({ type: 'moveJobs', jobIds: jobs.map(({ id }) => id), providerId }).catch(reportFault),
      remove: (providerId) => ask({ type: 'removeProvider', providerId }),
    },
    setMonthlyLimit: (limit) => ask({ type: 'setMonthlyLimit', limit }),
    setAfterMenuClick: (afterMenuClick) => ask({ type: 'setAfterMenuClick', afterMenuClick }),
    setNotifications,
    setFileNameTemplate: (template) => ask({ type: 'setFileNameTemplate', template }),
    cancel: ({ id }) => void ask({ type: 'cancelJob', jobId: id }).catch(reportFault),
    openGallery: () => void openGallery(undefined).catch(reportFault),
    openDiagnostics: () => void openDiagnostics().catch(reportFault),
  };
}
