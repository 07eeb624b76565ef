import { useState, type ReactElement } from 'react';
import { retryMayHelp } from '@/utils/core/failure/failure-advice';
import { canFetchAgain, type Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import type { ToastControl } from '../widgets/use-toast';
import { formatEstimate } from '../words/format-money';
import type { JobCallbacks } from './job-callbacks';
import css from './job-list.module.css';
import { mayPayTwice, retryCost } from './retry-cost';
import { RetryDialog } from './retry-dialog';
import { useIsUnsaved } from './unsaved-context';

interface QueueActionsProps {
  /** The jobs that are shown. */
  readonly jobs: readonly Job[];
  /** How many wait, those that are not shown included. */
  readonly waiting: number;
  readonly toast: Pick<ToastControl, 'sayDone' | 'sayFailure'>;
  readonly on: Pick<JobCallbacks, 'cancelWaiting' | 'restore' | 'retryAll'>;
}

/** The name of the button that retries, with what that may cost. */
function retryWords(count: number, cost: number | undefined): string {
  const retry = tCount('jobs.retryFailed', count);
  if (cost === undefined) return t('jobs.costUnknown', { action: retry });
  return cost === 0 ? retry : t('jobs.costAbout', { action: retry, amount: formatEstimate(cost) });
}

/** What can be done with many jobs at once; absent where there are not many. */
export function QueueActions({ jobs, waiting, toast, on }: QueueActionsProps): ReactElement | null {
  const [asked, setAsked] = useState<readonly Job[]>();
  const isUnsaved = useIsUnsaved();
  const failed = jobs.filter(
    ({ state, failure }) => state === 'failed' && failure !== undefined && retryMayHelp(failure.kind),
  );
  const cancelAll = async (): Promise<void> => {
    const cancelled = await on.cancelWaiting();
    const words = tCount('jobs.cancelled', cancelled.length);
    toast.sayDone(Promise.resolve(), words, () => on.restore(cancelled));
  };
  const retryAll = (): void => {
    if (failed.some((job) => mayPayTwice(job) && !isUnsaved(job.id))) setAsked(failed);
    else on.retryAll(failed);
  };
  if (waiting < 2 && failed.length < 2 && !asked) return null;
  const isFree = (job: Job): boolean => isUnsaved(job.id) || canFetchAgain(job);
  return (
    <div className={css['queue']}>
      {waiting > 1 && (
        <Button small onClick={() => void cancelAll().catch(toast.sayFailure)}>
          {tCount('jobs.cancelWaiting', waiting)}
        </Button>
      )}
      {failed.length > 1 && (
        <Button small onClick={retryAll}>
          {retryWords(failed.length, retryCost(failed, isFree))}
        </Button>
      )}
      {asked && <RetryDialog jobs={asked} onRetry={on.retryAll} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
