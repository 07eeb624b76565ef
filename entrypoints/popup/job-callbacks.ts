import type { JobCallbacks } from '@/components/job-callbacks';
import { openGallery, openOptions, openSite } from '@/utils/browser/pages';
import { requestAccess } from '@/utils/browser/host-access';
import { reportFault } from '@/utils/browser/log';
import { ask } from '@/utils/messaging/client';

/** Asks, and leaves word in the console if that fails: the list of jobs shows how things really stand. */
export const request = (...message: Parameters<typeof ask>): void => void ask(...message).catch(reportFault);

/** What a click in a list of jobs does, on whichever page. */
export const jobCallbacks: Omit<JobCallbacks, 'edit'> = {
  cancel: ({ id }) => request({ type: 'cancelJob', jobId: id }),
  retry: ({ id }) => request({ type: 'retryJob', jobId: id }),
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
  openSite({ baseUrl }) {
    if (baseUrl !== undefined) openSite(new URL(baseUrl).origin).catch(reportFault);
  },
  openOptions: () => void openOptions().catch(reportFault),
  openGallery: (place) => void openGallery(place).catch(reportFault),
};
