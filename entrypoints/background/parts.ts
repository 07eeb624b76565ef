import { v7 as createId } from 'uuid';
import { createImageApi } from '@/utils/api/image-api';
import { hasAccess } from '@/utils/browser/host-access';
import { createPictureInspector } from '@/utils/browser/inspect-picture';
import { liveness } from '@/utils/browser/liveness';
import { reportFault as report } from '@/utils/browser/log';
import { createFetch } from '@/utils/browser/single-use-connections';
import { callLater, setWatch } from '@/utils/browser/watch-alarm';
import { connect, type ConnectionPorts } from '@/utils/core/connection/connect';
import { createJobQueue } from '@/utils/core/drawing/job-queue';
import { createUnsavedPictures } from '@/utils/core/drawing/unsaved-pictures';
import { createMenuRefusal, createStorageTrouble } from '@/utils/core/failure/kept-failure';
import { createBadgeKeeper } from '@/utils/core/report/badge';
import { createAnnouncer } from '@/utils/messaging/change-feed';
import { readSettings } from '@/utils/storage/settings-store';
import { readMonthlyAmount } from '@/utils/storage/spending-reader';
import { showCounts } from './badge';
import { tellStopped } from './notices';
import { createStores } from './stores';

/** What the background is made of, made once: the map of what depends on what. */
export function createParts() {
  const tell = createAnnouncer();
  const stores = createStores((change) => {
    tell(change);
    if (change.jobs) refreshBadge();
  });
  const { open, credentials, jobs, knowledge, previews } = stores;
  const refreshBadge = createBadgeKeeper({ count: jobs.count, show: showCounts, report });
  const announceStorage = (): void => tell({ storage: true });
  const [trouble, menuRefusal] = [createStorageTrouble(announceStorage), createMenuRefusal(announceStorage)];
  const emptied = (): void => void queue.pump().catch(report);
  const unsaved = createUnsavedPictures({ jobs, liveness, announce: announceStorage, emptied, report });
  const now = Date.now;
  const fetch = createFetch(report);
  const connectionPorts: ConnectionPorts = { readSettings, readCredential: credentials.read, hasAccess };
  const queue = createJobQueue({
    jobs,
    knowledge,
    previews,
    api: createImageApi(fetch, hasAccess),
    inspect: createPictureInspector(),
    readSettings,
    spentInMonth: (at: number) => readMonthlyAmount(open, at),
    connect: (provider) => connect(connectionPorts, provider),
    liveness,
    unsaved,
    trouble,
    watch: setWatch,
    stopped: (jobId) => tellStopped(jobs, jobId),
    after: callLater,
    report,
    random: Math.random,
    createId,
    now,
  });
  return { ...stores, now, fetch, connectionPorts, queue, unsaved, trouble, menuRefusal, refreshBadge };
}

export type Parts = ReturnType<typeof createParts>;
