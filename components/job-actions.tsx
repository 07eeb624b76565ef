import type { ReactElement } from 'react';
import { nextStepFor, retryMayHelp } from '@/utils/core/failure-advice';
import { isOpen, type Job } from '@/utils/core/job';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import type { JobCallbacks } from './job-callbacks';
import { pendingHosts } from './pending-hosts';

/** What can be done with a job in its present state. */
export function JobActions({ job, on }: { readonly job: Job; readonly on: JobCallbacks }): ReactElement {
  const { state, failure } = job;
  const step = state === 'failed' && failure ? nextStepFor(failure.kind) : undefined;
  const ended = state === 'failed' || state === 'cancelled' || state === 'interrupted';
  const retryable = ended && (!failure || retryMayHelp(failure.kind));
  return (
    <>
      {(step === 'openSettings' || job.waitingFor !== undefined) && (
        <Button small onClick={on.openOptions}>
          {t('step.openSettings')}
        </Button>
      )}
      {step === 'freeSpace' && (
        <Button small onClick={() => on.openGallery(undefined)}>
          {t('step.freeSpace')}
        </Button>
      )}
      {step === 'editPrompt' && (
        <Button small onClick={() => on.edit(job)}>
          {t('jobs.editPrompt')}
        </Button>
      )}
      {state === 'needs-permission' && (
        <Button small look="primary" onClick={() => on.allow(job)}>
          {t('jobs.allowHost', { host: pendingHosts(job) })}
        </Button>
      )}
      {(isOpen(state) || state === 'needs-permission') && (
        <Button small onClick={() => on.cancel(job)}>
          {t('jobs.cancel')}
        </Button>
      )}
      {retryable && (
        <Button small onClick={() => on.retry(job)}>
          {t('jobs.retry')}
        </Button>
      )}
      {job.pictureIds.length > 0 && (
        <Button small onClick={() => on.openGallery({ job: job.id })}>
          {t('jobs.openInHistory')}
        </Button>
      )}
    </>
  );
}
