import { extensionVersion } from '@/utils/browser/lifecycle';
import { jobReport } from '@/utils/core/report/job-report';
import { HISTORY_WRITER } from '@/utils/core/job/draft';
import { findProvider } from '@/utils/core/server/provider';
import type { Handlers } from '@/utils/messaging/protocol';
import { replaceDraft, writeDraft } from '@/utils/storage/draft-store';
import { readSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

type JobHandlers = Pick<
  Handlers,
  | 'cancelJob'
  | 'cancelWaitingJobs'
  | 'restoreJobs'
  | 'moveJobs'
  | 'runJobNext'
  | 'retryJobs'
  | 'seeJobs'
  | 'dismissJobs'
  | 'approveJob'
  | 'describeFailure'
  | 'resumeJob'
  | 'saveDraft'
>;

/** Intents about jobs, and the prompt that may become one. */
export function createJobHandlers({ queue, jobs, open, announce, menuRefusal }: Parts): JobHandlers {
  return {
    cancelJob: ({ jobId }) => queue.cancel(jobId).then(() => null),
    cancelWaitingJobs: () => queue.cancelWaiting().then((jobIds) => ({ jobIds })),
    restoreJobs: ({ jobIds }) => queue.restore(jobIds).then(() => null),
    async moveJobs({ jobIds, providerId }) {
      const provider = findProvider((await readSettings()).providers, providerId);
      if (provider) await queue.move(jobIds, provider);
      return null;
    },
    runJobNext: ({ jobId }) => queue.runNext(jobId).then(() => null),
    retryJobs: ({ jobIds }) => queue.retry(jobIds).then(() => null),
    async seeJobs() {
      await jobs.applyEach(await jobs.listUnseen(), { type: 'see' });
      return null;
    },
    dismissJobs: ({ jobIds, dismissed }) =>
      jobs.applyEach(jobIds, { type: 'dismiss', dismissed }).then(() => null),
    approveJob: ({ jobId }) => queue.approve(jobId).then(() => null),
    async describeFailure({ jobId }) {
      const job = await jobs.get(jobId);
      return { report: job?.failure ? jobReport(job, extensionVersion()) : '' };
    },
    resumeJob({ jobId }) {
      queue.resume(jobId);
      return Promise.resolve(null);
    },
    async saveDraft({ draft, writer }) {
      menuRefusal.clear();
      await (writer === HISTORY_WRITER ? replaceDraft : writeDraft)(open, announce, { draft, writer });
      return null;
    },
  };
}
