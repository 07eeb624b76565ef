import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { formatEstimate } from '../words/format-money';
import css from './job-list.module.css';
import { mayPayTwice, retryCost } from './retry-cost';
import { useIsUnsaved } from './unsaved-context';

interface RetryDialogProps {
  /** Failed jobs, of which the server may have billed some. */
  readonly jobs: readonly Job[];
  readonly onRetry: (jobs: readonly Job[]) => void;
  readonly onClose: () => void;
}

/** Asks once before many jobs are drawn again that may have been paid for already. */
export function RetryDialog({ jobs, onRetry, onClose }: RetryDialogProps): ReactElement {
  const isUnsaved = useIsUnsaved();
  const risky = jobs.filter((job) => mayPayTwice(job) && !isUnsaved(job.id));
  const others = jobs.filter((job) => !risky.includes(job));
  const cost = retryCost(risky, () => false);
  const choose = (chosen: readonly Job[]): void => {
    onRetry(chosen);
    onClose();
  };
  return (
    <Dialog title={t('jobs.retryTitle')} onClose={onClose}>
      <p>
        {tCount('jobs.retryBilled', risky.length)}{' '}
        {cost === undefined
          ? t('jobs.retryBilledUnknown')
          : t('jobs.retryBilledCost', { amount: formatEstimate(cost) })}
      </p>
      <div className={css['choices']}>
        {others.length > 0 && (
          <Button look="primary" onClick={() => choose(others)}>
            {tCount('jobs.retryOthers', others.length)}
          </Button>
        )}
        <Button onClick={() => choose(jobs)}>{tCount('jobs.retryAll', jobs.length)}</Button>
        <Button onClick={onClose}>{t('jobs.cancel')}</Button>
      </div>
    </Dialog>
  );
}
