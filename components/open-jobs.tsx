import { useId, type ReactElement } from 'react';
import { isOpen, type Job } from '@/utils/core/job';
import { t } from '@/utils/i18n/translate';
import { useLiveValue, type Live } from './hooks/live';
import type { JobCallbacks } from './job-callbacks';
import { JobItem } from './job-item';
import css from './job-list.module.css';

interface OpenJobsProps {
  readonly jobs: Live<readonly Job[]>;
  readonly on: JobCallbacks;
}

/** Jobs that still bring pictures, seen above the history they will be part of; absent when there are none. */
export function OpenJobs({ jobs, on }: OpenJobsProps): ReactElement | null {
  const titleId = useId();
  const open = (useLiveValue(jobs) ?? []).filter(
    ({ state }) => isOpen(state) || state === 'needs-permission',
  );
  if (open.length === 0) return null;
  return (
    <section className={css['jobs']}>
      <h2 className={css['title']} id={titleId}>
        {t('jobs.running')}
      </h2>
      {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={`${css['list']} ${css['wide']}`} aria-labelledby={titleId}>
        {open.map((job) => (
          <JobItem key={job.id} job={job} on={on} />
        ))}
      </ul>
    </section>
  );
}
