import { createLive } from '@/components/hooks/live';
import type { OptionsPageProps } from '@/components/options-page';
import { requestAccess } from '@/utils/browser/host-access';
import { reportFault } from '@/utils/browser/log';
import { openGallery } from '@/utils/browser/pages';
import { addressOf, type ServerForm } from '@/utils/core/check-connection';
import type { HistoryReader } from '@/utils/core/history';
import { ask } from '@/utils/messaging/client';
import { listenForChanges } from '@/utils/messaging/change-feed';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';

/** Jobs that wait for the settings are recent ones. */
const RECENT_JOBS = 20;

/** Saves and asks at once: whichever ends first, nothing is lost, and the request is made in the turn of the click. */
async function saveAndAllow(form: ServerForm): Promise<boolean> {
  const granted = requestAccess([addressOf(form.address).baseUrl]);
  await ask({ type: 'saveServer', ...form });
  return granted;
}

/** Joins the options page with the background and the database. */
export function composeOptions(reader: HistoryReader): OptionsPageProps {
  return {
    settings: createLive(readSettings, watchSettings),
    jobs: createLive(() => reader.recentJobs(RECENT_JOBS), listenForChanges),
    server: {
      saveAndAllow,
      test: (form) => ask({ type: 'testConnection', ...form }),
      hasKey: async (address) => (await ask({ type: 'findKey', address })).present,
    },
    setAfterMenuClick: (afterMenuClick) => ask({ type: 'setAfterMenuClick', afterMenuClick }),
    cancel: ({ id }) => void ask({ type: 'cancelJob', jobId: id }).catch(reportFault),
    openGallery: () => void openGallery(undefined).catch(reportFault),
  };
}
