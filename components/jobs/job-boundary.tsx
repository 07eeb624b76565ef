import type { ReactElement, ReactNode } from 'react';
import type { Job } from '@/utils/core/job/job';
import { FaultBoundary } from '../widgets/fault-boundary';
import css from './job-item.module.css';

interface JobBoundaryProps {
  readonly job: Job;
  readonly children: ReactNode;
}

/** Keeps a row that cannot be shown to its own item of the list. */
export function JobBoundary({ job, children }: JobBoundaryProps): ReactElement {
  return (
    <FaultBoundary
      subject={job}
      renderNotice={(notice) => (
        <li className={css['item']} data-job-id={job.id} data-state={job.state}>
          {notice}
        </li>
      )}
    >
      {children}
    </FaultBoundary>
  );
}
