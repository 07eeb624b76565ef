import type { ReactElement } from 'react';
import { isEdit, nextStepFor, retryMayHelp } from '@/utils/core/failure/failure-advice';
import { isOpen, isRetryable, missingPictures, type Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import type { JobCallbacks } from './job-callbacks';
import { pendingHosts } from './pending-hosts';
import { useServerFor } from './ready-servers';
import { useHasSite } from './site-context';
import { useIsUnsaved } from './unsaved-context';

interface JobActionsProps {
  readonly job: Job;
  /** Whether others wait besides it, so that it could be drawn before them. */
  readonly crowded: boolean;
  readonly on: JobCallbacks;
}

/** What can be done with a job in its present state. */
export function JobActions({ job, crowded, on }: JobActionsProps): ReactElement {
  const isUnsaved = useIsUnsaved()(job.id);
  const hasSite = useHasSite();
  const { state, failure } = job;
  const step = state === 'failed' && failure ? nextStepFor(failure.kind) : undefined;
  const retryable = isRetryable(job) && (!failure || retryMayHelp(failure.kind));
  const other = useServerFor(job);
  const waitsForSettings = job.waitingFor === 'key' || job.waitingFor === 'access';
  return (
    <>
      {(job.waitingFor === 'approval' || job.waitingFor === 'repeat') && (
        <Button small look="primary" onClick={() => on.approve(job)}>
          {t(job.waitingFor === 'repeat' ? 'jobs.drawAgain' : 'jobs.approve')}
        </Button>
      )}
      {crowded && state === 'queued' && job.waitingFor !== 'repeat' && (
        <Button small aria-pressed={job.nextSince !== undefined} onClick={() => on.runNext(job)}>
          {t('jobs.runNext')}
        </Button>
      )}
      {other && (
        <Button small look="primary" onClick={() => on.move(job, other.id)}>
          {t('jobs.moveTo', { server: other.name })}
        </Button>
      )}
      {(step === 'openSettings' || waitsForSettings) && (
        <Button small onClick={on.openOptions}>
          {t('step.openSettings')}
        </Button>
      )}
      {step === 'freeSpace' && (
        <Button small onClick={() => on.openStorage()}>
          {t('step.freeSpace')}
        </Button>
      )}
      {step === 'pay' && hasSite(job) && (
        <Button small onClick={() => on.openSite(job)}>
          {t('step.pay')}
        </Button>
      )}
      {step && isEdit(step) && (
        <Button small onClick={() => on.edit(job)}>
          {t(`step.${step}`)}
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
      {isUnsaved && (
        <>
          <Button small look="primary" onClick={() => on.downloadUnsaved(job.id)}>
            {t('unsaved.download')}
          </Button>
          <Button small onClick={() => on.saveUnsaved(job.id)}>
            {t('unsaved.save')}
          </Button>
        </>
      )}
      {retryable && !isUnsaved && (
        <Button small onClick={() => on.retry(job)}>
          {state === 'done' && missingPictures(job) > 0
            ? t('jobs.drawMissing', { missing: missingPictures(job) })
            : t('jobs.retry')}
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
