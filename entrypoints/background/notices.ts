import { reportFault } from '@/utils/browser/log';
import { notify } from '@/utils/browser/notifications';
import { openGallery } from '@/utils/browser/pages';
import type { Job } from '@/utils/core/job/job';
import type { JobStore } from '@/utils/core/ports';
import { noticeOf } from '@/utils/core/report/job-notice';
import { t, tCount } from '@/utils/i18n/translate';
import { readSettings } from '@/utils/storage/settings-store';

const WORDS = {
  failed: ['notice.failed', 'notice.failedText'],
  interrupted: ['notice.interrupted', 'notice.failedText'],
  permission: ['notice.permission', 'notice.permissionText'],
} as const;

/** Never the prompt: a lock screen shows notifications to anybody. */
function wordsFor(job: Job): readonly [string, string] | undefined {
  const notice = noticeOf(job);
  if (!notice) return undefined;
  if (notice === 'done') return [tCount('notice.done', job.pictureIds.length), t('notice.doneText')];
  const [title, message] = WORDS[notice];
  return [t(title), t(message)];
}

/** Tells of each job that stopped, where the person wants that. */
export async function tellStopped(jobs: Pick<JobStore, 'get'>, jobId: string): Promise<void> {
  const { notifications } = await readSettings();
  const job = notifications ? await jobs.get(jobId) : undefined;
  const words = job && wordsFor(job);
  if (words) await notify({ id: jobId, title: words[0], message: words[1] });
}

/** Opens what a notification told of: the picture, or the job where there is none. */
export function createNoticeListener({ jobs }: { readonly jobs: Pick<JobStore, 'get'> }) {
  const show = async (jobId: string): Promise<void> => {
    const [image] = (await jobs.get(jobId))?.pictureIds ?? [];
    await openGallery(image === undefined ? { job: jobId } : { image });
  };
  return (jobId: string): void => void show(jobId).catch(reportFault);
}
