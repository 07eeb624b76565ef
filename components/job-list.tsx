import { useId, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { FailureNotice } from './failure-notice';
import { useLive, type Live } from './hooks/live';
import type { JobCallbacks } from './job-callbacks';
import { JobItem } from './job-item';
import { jobStateWords } from './job-status';
import css from './job-list.module.css';
import type { Job } from '@/utils/core/job';
import { promptTitle } from '@/utils/core/prompt';

interface JobListProps {
  readonly jobs: Live<readonly Job[]>;
  readonly on: JobCallbacks;
}

/** Long enough to know which job is meant. */
const TITLE_LENGTH = 60;

/** A failure is an alert of its own, and would be told twice. */
function announcement(job: Job): string {
  return job.state === 'failed' ? '' : `${jobStateWords(job)}: ${promptTitle(job.prompt, TITLE_LENGTH)}`;
}

/** The recent jobs, newest first. What becomes of the newest is told to a screen reader. */
export function JobList({ jobs, on }: JobListProps): ReactElement {
  const titleId = useId();
  const snapshot = useLive(jobs);
  const rows = snapshot.state === 'ready' ? snapshot.value : [];
  return (
    <section className={css['jobs']}>
      <h2 className={css['title']} id={titleId}>
        {t('jobs.title')}
      </h2>
      {snapshot.state === 'failed' && <FailureNotice failure={snapshot.failure} />}
      {snapshot.state === 'ready' && rows.length === 0 && (
        <p className={css['empty']}>
          <strong>{t('jobs.empty')}</strong>
          {t('jobs.emptyHint')}
        </p>
      )}
      <p className={css['announcement']} role="status">
        {rows[0] && announcement(rows[0])}
      </p>
      {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={css['list']} aria-labelledby={titleId} hidden={rows.length === 0}>
        {rows.map((job) => (
          <JobItem key={job.id} job={job} on={on} />
        ))}
      </ul>
    </section>
  );
}
