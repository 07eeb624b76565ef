import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import { Dialog } from '../widgets/dialog';
import type { JobCallbacks } from './job-callbacks';
import { JobItem } from './job-item';

interface JobDialogProps {
  readonly job: Job;
  readonly on: JobCallbacks;
  readonly onClose: () => void;
}

/** Everything known of a job that did not bring its pictures. */
export function JobDialog({ job, on, onClose }: JobDialogProps): ReactElement {
  return (
    <Dialog title={t('jobs.one')} onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- browsers drop the role with the bullets otherwise */}
      <ul role="list">
        <JobItem job={job} large on={on} />
      </ul>
    </Dialog>
  );
}
