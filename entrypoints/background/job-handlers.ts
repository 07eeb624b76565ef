import { extensionVersion } from '@/utils/browser/lifecycle';
import { fitParameters } from '@/utils/core/generation-parameters';
import { jobReport } from '@/utils/core/job-report';
import { cleanPrompt } from '@/utils/core/prompt';
import type { Handlers } from '@/utils/messaging/protocol';
import { writeDraft } from '@/utils/storage/draft-store';
import { readSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

type JobHandlers = Pick<
  Handlers,
  | 'generate'
  | 'cancelJob'
  | 'cancelWaitingJobs'
  | 'runJobNext'
  | 'retryJobs'
  | 'seeJobs'
  | 'dismissJobs'
  | 'approveJob'
  | 'describeFailure'
  | 'resumeJob'
  | 'saveDraft'
>;

/** Intents about jobs and the prompt that becomes one. */
export function createJobHandlers({ queue, jobs, open, announce, changeSettings }: Parts): JobHandlers {
  return {
    async generate({ type: _type, prompt, parameters, providerId, ...click }) {
      const wanted = fitParameters(parameters);
      const chosen = providerId ?? (await readSettings()).providerId;
      const order = { ...click, prompt: cleanPrompt(prompt), parameters: wanted, providerId: chosen };
      const jobId = await queue.add(order);
      // What was chosen last is what the menu entry draws with; the number of pictures is chosen anew each time.
      const { n: _, ...lasting } = wanted;
      await changeSettings((now) => ({ ...now, providerId: chosen, parameters: lasting }));
      return { jobId };
    },
    cancelJob: ({ jobId }) => queue.cancel(jobId).then(() => null),
    cancelWaitingJobs: () => queue.cancelWaiting().then(() => null),
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
    saveDraft: ({ draft, writer }) => writeDraft(open, announce, { draft, writer }).then(() => null),
  };
}
