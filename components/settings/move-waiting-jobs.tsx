import type { ReactElement } from 'react';
import type { ReadyServer } from '@/utils/core/connection/connect';
import type { Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './options-page.module.css';

/** Moves jobs to another server. */
export type MoveJobs = (jobs: readonly Job[], providerId: string) => void;

interface MoveWaitingJobsProps {
  /** Jobs that wait for a key or for access. */
  readonly jobs: readonly Job[];
  /** A server that can be called. */
  readonly server: ReadyServer;
  readonly onMove: MoveJobs;
}

/** Offers a server that works to jobs that wait for another one; absent where there is none of them. */
export function MoveWaitingJobs({ jobs, server, onMove }: MoveWaitingJobsProps): ReactElement | null {
  const movable = jobs.filter(({ providerId }) => providerId !== server.id);
  if (movable.length === 0) return null;
  return (
    <div className={css['move']}>
      <p>{tCount('options.waitForOther', movable.length)}</p>
      <Button look="primary" onClick={() => onMove(movable, server.id)}>
        {t('jobs.moveTo', { server: server.name })}
      </Button>
    </div>
  );
}
