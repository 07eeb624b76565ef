import type { ReactElement } from 'react';
import { mayHaveCost } from '@/utils/core/failure-advice';
import { canFetchAgain, type Job } from '@/utils/core/job';
import { t } from '@/utils/i18n/translate';
import { FailureNotice, Note } from './failure-notice';
import { JobActions } from './job-actions';
import type { JobCallbacks } from './job-callbacks';
import css from './job-item.module.css';
import { JobStatus } from './job-status';
import { pendingHosts } from './pending-hosts';
import { Thumbnail } from './thumbnail';

function noteFor(job: Job): string | undefined {
  if (job.state === 'interrupted') return `${t('state.interruptedText')} ${t('jobs.retryMayCost')}`;
  if (job.state === 'needs-permission') return t('state.needsPermissionText', { host: pendingHosts(job) });
  const { failure, state } = job;
  if (state === 'failed' && failure && mayHaveCost(failure.kind) && !canFetchAgain(job))
    return t('jobs.retryMayCost');
  return undefined;
}

/** One job: its words, how it stands, its pictures, and what can be done. */
export function JobItem({ job, on }: { readonly job: Job; readonly on: JobCallbacks }): ReactElement {
  const { pictureIds } = job;
  const note = noteFor(job);
  return (
    <li className={css['item']} data-job-id={job.id} data-state={job.state}>
      <p className={css['prompt']} dir="auto">
        {job.prompt}
      </p>
      {job.state === 'running' && pictureIds.length === 0 && <div className={css['waiting']} aria-hidden />}
      {pictureIds.length > 0 && (
        <div className={`${css['pictures']} ${pictureIds.length === 1 ? css['single'] : ''}`}>
          {pictureIds.map((image) => (
            <button
              key={image}
              type="button"
              className={css['picture']}
              onClick={() => on.openGallery({ image })}
            >
              <Thumbnail pictureId={image} alt={job.prompt} />
            </button>
          ))}
        </div>
      )}
      {job.failure && <FailureNotice failure={job.failure} />}
      {note !== undefined && <Note>{note}</Note>}
      <div className={css['footer']}>
        <JobStatus job={job} />
        <div className={css['actions']}>
          <JobActions job={job} on={on} />
        </div>
      </div>
    </li>
  );
}
