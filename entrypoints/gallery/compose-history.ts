import type { HistoryPageProps } from '@/components/history/history-page';
import { HISTORY_WRITER } from '@/utils/core/job/draft';
import { createLive } from '@/components/hooks/live';
import { reportFault } from '@/utils/browser/log';
import { openOptions } from '@/utils/browser/pages';
import { openPanel } from '@/utils/browser/panel';
import type { HistoryReader, PictureListReader } from '@/utils/core/history/history';
import { canAskAgain, type Job } from '@/utils/core/job/job';
import { changesIn } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';
import { askAgain } from '../popup/ask-for-picture';
import { jobCallbacks, request } from '../popup/job-callbacks';
import { bulkActions } from './bulk-actions';
import { composeList } from './compose-list';
import { composeCopies } from './picture-copies';
import { pictureMarks } from './picture-marks';

/** Enough to find those that are open. */
const RECENT_JOBS = 50;

/** Joins the history page with the background and the database. */
export function composeHistory(
  reader: HistoryReader,
  lists: PictureListReader,
  windowId: number | undefined,
): Omit<HistoryPageProps, 'trashed' | 'transfer'> {
  const reuse = (job: Job): void => {
    const { prompt, parameters, passage, providerId } = job;
    openPanel(windowId).catch(reportFault);
    const draft = {
      prompt,
      ...(canAskAgain(job) && { parameters }),
      ...(passage && { passage }),
      ...(providerId !== undefined && { providerId }),
    };
    request({ type: 'saveDraft', draft, writer: HISTORY_WRITER });
  };
  return {
    history: composeList(reader, lists),
    findJob: reader.job,
    jobs: createLive(() => reader.recentJobs(RECENT_JOBS), changesIn('jobs')),
    waiting: createLive(reader.countWaiting, changesIn('jobs')),
    storage: createLive(() => ask({ type: 'checkStorage' }), changesIn('storage')),
    on: {
      ...jobCallbacks,
      edit: reuse,
    },
    watchPicture: (id) => createLive(() => reader.picture(id), changesIn('pictures')),
    bulk: bulkActions(lists),
    dismissJob: ({ id }, dismissed) => ask({ type: 'dismissJobs', jobIds: [id], dismissed }),
    ...pictureMarks,
    ...composeCopies(reader),
    drawAgain: async ({ job }) => reader.job(await askAgain(job.id)),
    reuse: ({ job }) => reuse(job),
    openOptions: () => void openOptions().catch(reportFault),
  };
}
