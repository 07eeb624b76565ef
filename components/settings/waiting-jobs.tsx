import type { ReactElement } from 'react';
import type { ReadyServer } from '@/utils/core/connection/connect';
import type { Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { MoveWaitingJobs, type MoveJobs } from './move-waiting-jobs';
import css from './options-page.module.css';

interface WaitingJobsProps {
  readonly jobs: readonly Job[];
  /** The servers that can be called, the chosen one first. */
  readonly readyServers: readonly ReadyServer[];
  readonly onMove: MoveJobs;
  readonly onCancel: (job: Job) => void;
}

/** Why this page opened by itself: words were chosen, and something is missing before they can be drawn. */
export function WaitingJobs({ jobs, readyServers, onMove, onCancel }: WaitingJobsProps): ReactElement {
  const [server] = readyServers;
  return (
    <section className={`${css['card']} ${css['waiting']}`}>
      <h2>{t('options.waitingTitle')}</h2>
      <p>{tCount('options.waiting', jobs.length)}</p>
      {server && <MoveWaitingJobs jobs={jobs} server={server} onMove={onMove} />}
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <blockquote dir="auto">{job.prompt}</blockquote>
            <Button small onClick={() => onCancel(job)}>
              {t('jobs.cancel')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
