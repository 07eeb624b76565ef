import { useId, type ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import type { ToastControl } from '../widgets/use-toast';
import { JobAnnouncement } from './job-announcement';
import type { JobCallbacks } from './job-callbacks';
import { JobBoundary } from './job-boundary';
import { JobItem } from './job-item';
import css from './job-list.module.css';
import { QueueActions } from './queue-actions';

interface OpenJobsProps {
  readonly recent: readonly Job[];
  /** Those of them that are shown here. */
  readonly open: readonly Job[];
  /** How many jobs wait for their turn. */
  readonly waiting: number;
  readonly toast: ToastControl;
  readonly on: JobCallbacks;
}

/** Jobs that still bring pictures, or failed to, seen above the history they will be part of; absent when there are none. */
export function OpenJobs({ recent, open, waiting, toast, on }: OpenJobsProps): ReactElement {
  const titleId = useId();
  return (
    <>
      <JobAnnouncement jobs={recent} />
      {open.length > 0 && (
        <section className={css['jobs']}>
          <div className={css['head']}>
            <h2 className={css['title']} id={titleId}>
              {t('jobs.running')}
            </h2>
            <QueueActions jobs={open} waiting={waiting} toast={toast} on={on} />
          </div>
          {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
          {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
          <ul role="list" className={`${css['list']} ${css['wide']}`} aria-labelledby={titleId}>
            {open.map((job) => (
              <JobBoundary key={job.id} job={job}>
                <JobItem job={job} crowded={waiting > 1} on={on} />
              </JobBoundary>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
