import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './options-page.module.css';

interface WaitingJobsProps {
  readonly jobs: readonly Job[];
  readonly onCancel: (job: Job) => void;
}

/** Why this page opened by itself: words were chosen, and something is missing before they can be drawn. */
export function WaitingJobs({ jobs, onCancel }: WaitingJobsProps): ReactElement {
  return (
    <section className={`${css['card']} ${css['waiting']}`}>
      <h2>{t('options.waitingTitle')}</h2>
      <p>{tCount('options.waiting', jobs.length)}</p>
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
