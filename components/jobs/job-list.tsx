import { useId, type ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import { useLive, useLiveValue, type Live } from '../hooks/live';
import { FailureNotice } from '../widgets/failure-notice';
import { Toast } from '../widgets/toast';
import { useToast } from '../widgets/use-toast';
import { JobAnnouncement } from './job-announcement';
import type { JobCallbacks } from './job-callbacks';
import { JobBoundary } from './job-boundary';
import { JobItem } from './job-item';
import css from './job-list.module.css';
import { QueueActions } from './queue-actions';
import { useLargeJobs } from './use-large-jobs';
import { useSeen } from './use-seen';

interface JobListProps {
  readonly jobs: Live<readonly Job[]>;
  /** How many jobs wait for their turn. */
  readonly waiting: Live<number>;
  readonly on: JobCallbacks;
}

const NONE: readonly Job[] = [];

/** The recent jobs, newest first. What becomes of the newest is told to a screen reader. */
export function JobList({ jobs, waiting, on }: JobListProps): ReactElement {
  const titleId = useId();
  const snapshot = useLive(jobs);
  const count = useLiveValue(waiting) ?? 0;
  const rows = snapshot.state === 'ready' ? snapshot.value : NONE;
  const toast = useToast();
  const large = useLargeJobs(rows);
  useSeen(rows, on.see);
  return (
    <section className={css['jobs']}>
      <div className={css['head']}>
        <h2 className={css['title']} id={titleId}>
          {t('jobs.title')}
        </h2>
        <QueueActions jobs={rows} waiting={count} toast={toast} on={on} />
      </div>
      {snapshot.state === 'failed' && <FailureNotice failure={snapshot.failure} />}
      {snapshot.state === 'ready' && rows.length === 0 && (
        <p className={css['empty']}>
          <strong>{t('jobs.empty')}</strong>
          {t('jobs.emptyHint')}
        </p>
      )}
      <JobAnnouncement jobs={rows} passing={toast.message?.text} role="status" />
      {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={css['list']} aria-labelledby={titleId} hidden={rows.length === 0}>
        {rows.map((job) => (
          <JobBoundary key={job.id} job={job}>
            <JobItem job={job} crowded={count > 1} large={large.has(job.id)} on={on} />
          </JobBoundary>
        ))}
      </ul>
      {toast.message && <Toast message={toast.message} onLeave={toast.dismiss} />}
    </section>
  );
}
