import { v7 as createId } from 'uuid';
import { createImageApi } from '@/utils/api/image-api';
import type { Fetch } from '@/utils/api/send';
import { hasAccess } from '@/utils/browser/host-access';
import { inspectPicture } from '@/utils/browser/inspect-picture';
import { liveness } from '@/utils/browser/liveness';
import { reportFault } from '@/utils/browser/log';
import { callLater, setWatch } from '@/utils/browser/watch-alarm';
import { connect, type ConnectionPorts } from '@/utils/core/connect';
import { createJobQueue } from '@/utils/core/job-queue';
import { readSettings } from '@/utils/storage/settings-store';
import { readMonthlyAmount } from '@/utils/storage/spending-reader';
import { createStores } from './stores';

/** What the background is made of, made once: the map of what depends on what. */
export function createParts() {
  const stores = createStores();
  const { open, credentials, jobs, knowledge, previews } = stores;
  const now = Date.now;
  const fetchNow: Fetch = (url, init) => fetch(url, init);
  const connectionPorts: ConnectionPorts = { readSettings, readCredential: credentials.read, hasAccess };
  const queue = createJobQueue({
    jobs,
    knowledge,
    previews,
    api: createImageApi(fetchNow, hasAccess),
    inspect: inspectPicture,
    readSettings,
    spentInMonth: (at: number) => readMonthlyAmount(open, at),
    connect: (provider) => connect(connectionPorts, provider),
    liveness,
    watch: setWatch,
    after: callLater,
    report: reportFault,
    random: Math.random,
    createId,
    now,
  });
  return { ...stores, now, fetch: fetchNow, connectionPorts, queue };
}

export type Parts = ReturnType<typeof createParts>;
