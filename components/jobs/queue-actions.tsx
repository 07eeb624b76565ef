import type { ReactElement } from 'react';
import { retryMayHelp } from '@/utils/core/failure/failure-advice';
import type { Job } from '@/utils/core/job/job';
import { tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import type { JobCallbacks } from './job-callbacks';
import css from './job-list.module.css';

interface QueueActionsProps {
  /** The jobs that are shown. */
  readonly jobs: readonly Job[];
  /** How many wait, those that are not shown included. */
  readonly waiting: number;
  readonly on: Pick<JobCallbacks, 'cancelWaiting' | 'retryAll'>;
}

/** What can be done with many jobs at once; absent where there are not many. */
export function QueueActions({ jobs, waiting, on }: QueueActionsProps): ReactElement | null {
  const failed = jobs.filter(
    ({ state, failure }) => state === 'failed' && failure !== undefined && retryMayHelp(failure.kind),
  );
  if (waiting < 2 && failed.length < 2) return null;
  return (
    <div className={css['queue']}>
      {waiting > 1 && (
        <Button small onClick={on.cancelWaiting}>
          {tCount('jobs.cancelWaiting', waiting)}
        </Button>
      )}
      {failed.length > 1 && (
        <Button small onClick={() => on.retryAll(failed)}>
          {tCount('jobs.retryFailed', failed.length)}
        </Button>
      )}
    </div>
  );
}
