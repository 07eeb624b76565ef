import type { JobCallbacks } from '@/components/jobs/job-callbacks';
import { openGallery, openOptions, openSite } from '@/utils/browser/pages';
import { requestAccess } from '@/utils/browser/host-access';
import { reportFault } from '@/utils/browser/log';
import { saveFile } from '@/utils/browser/save-file';
import type { Job } from '@/utils/core/job/job';
import { serverSite } from '@/utils/core/job/server-site';
import { ask } from '@/utils/messaging/client';
import { receiveFiles } from '@/utils/messaging/file-hand-over';
import { readSettings } from '@/utils/storage/settings-store';

/** Asks, and leaves word in the console if that fails: the list of jobs shows how things really stand. */
export const request = (...message: Parameters<typeof ask>): void => void ask(...message).catch(reportFault);

async function downloadUnsaved(jobId: string): Promise<void> {
  const files = await receiveFiles((channel) => ask({ type: 'handOverUnsaved', jobId, channel }));
  for (const { name, bytes } of files) saveFile(bytes, name);
}

async function openSiteOf(job: Job): Promise<void> {
  const site = serverSite(job, (await readSettings()).providers);
  if (site !== undefined) await openSite(site);
}

/** What a click in a list of jobs does, on whichever page. */
export const jobCallbacks: Omit<JobCallbacks, 'edit'> = {
  cancel: ({ id }) => request({ type: 'cancelJob', jobId: id }),
  retry: ({ id }) => request({ type: 'retryJobs', jobIds: [id] }),
  retryAll: (jobs) => request({ type: 'retryJobs', jobIds: jobs.map(({ id }) => id) }),
  cancelWaiting: async () => (await ask({ type: 'cancelWaitingJobs' })).jobIds,
  restore: (jobIds) => ask({ type: 'restoreJobs', jobIds: [...jobIds] }),
  move: ({ id }, providerId) => request({ type: 'moveJobs', jobIds: [id], providerId }),
  runNext: ({ id }) => request({ type: 'runJobNext', jobId: id }),
  see: () => request({ type: 'seeJobs' }),
  saveUnsaved: (jobId) => request({ type: 'retryJobs', jobIds: [jobId] }),
  discardUnsaved: (jobId) => request({ type: 'discardUnsaved', jobId }),
  downloadUnsaved: (jobId) => void downloadUnsaved(jobId).catch(reportFault),
  approve: ({ id }) => request({ type: 'approveJob', jobId: id }),
  allow({ id, pendingPictures = [] }) {
    requestAccess(pendingPictures.map(({ address }) => address))
      .then((granted) => granted && request({ type: 'resumeJob', jobId: id }))
      .catch(reportFault);
  },
  async copyReport({ id }) {
    const { report } = await ask({ type: 'describeFailure', jobId: id });
    await navigator.clipboard.writeText(report);
  },
  openSite: (job) => void openSiteOf(job).catch(reportFault),
  openOptions: () => void openOptions().catch(reportFault),
  openGallery: (place) => void openGallery(place).catch(reportFault),
  openStorage: () => void openGallery('storage').catch(reportFault),
};
