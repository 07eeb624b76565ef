import { X } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Job } from '@/utils/core/job';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import css from './dialog.module.css';
import type { JobCallbacks } from './job-callbacks';
import { JobItem } from './job-item';

interface JobDialogProps {
  readonly job: Job;
  readonly on: JobCallbacks;
  readonly onClose: () => void;
}

/** Everything known of a job that did not bring its pictures. */
export function JobDialog({ job, on, onClose }: JobDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={css['dialog']} aria-label={t('jobs.one')} onClose={onClose}>
      <div className={css['top']}>
        <h2>{t('jobs.one')}</h2>
        <Button look="quiet" icon aria-label={t('history.close')} onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- browsers drop the role with the bullets otherwise */}
      <ul role="list">
        <JobItem job={job} on={on} />
      </ul>
    </dialog>
  );
}
