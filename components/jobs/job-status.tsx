import { Ban, Check, CircleAlert, CircleDashed, Clock, KeyRound, LoaderCircle, Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import { missingPictures, wantedPictures, type Job } from '@/utils/core/job/job';
import { t, tCount } from '@/utils/i18n/translate';
import { useNow } from '../hooks/use-now';
import { costWords } from '../words/cost-words';
import { formatDuration } from '../words/format';
import { stateWords } from '../words/state-words';
import css from './job-item.module.css';

const ICONS = {
  queued: Clock,
  running: LoaderCircle,
  done: Check,
  failed: CircleAlert,
  cancelled: Ban,
  interrupted: Unplug,
  'needs-permission': KeyRound,
} as const;

/** Whether a job ended with fewer pictures than were asked for. */
function isPartial(job: Job): boolean {
  return job.state === 'done' && missingPictures(job) > 0;
}

/** How a job stands, in words that stay the same as long as it stands so. */
export function jobStateWords(job: Job): string {
  const { state, waitingFor } = job;
  if (isPartial(job)) {
    const wanted = wantedPictures(job);
    return tCount('state.partial', wanted, { came: wanted - missingPictures(job) });
  }
  return waitingFor ? t(`state.${waitingFor}`) : stateWords(state);
}

function wordsAt(job: Job, now: number): string {
  if (job.waitingFor === 'pause' && job.waitingUntil !== undefined) {
    return t('state.pausedFor', { time: formatDuration(job.waitingUntil - now) });
  }
  const elapsed = job.state === 'running' ? now - (job.startedAt ?? now) : 0;
  return elapsed < 1000 ? jobStateWords(job) : t('state.runningFor', { time: formatDuration(elapsed) });
}

/** State, time and model of a job in one line; the seconds go on while it runs. */
export function JobStatus({ job }: { readonly job: Job }): ReactElement {
  const now = useNow(job.state === 'running' || job.waitingFor === 'pause');
  const partial = isPartial(job);
  const Icon = partial ? CircleDashed : ICONS[job.state];
  return (
    <p className={`${css['status']} ${css[partial ? 'partial' : job.state] ?? ''}`}>
      <Icon size={14} aria-hidden />
      <span>{wordsAt(job, now)}</span>
      <span aria-hidden>·</span>
      <span className={css['model']}>{job.parameters.model}</span>
      {job.cost && (
        <>
          <span aria-hidden>·</span>
          <span>{costWords(job.cost)}</span>
        </>
      )}
    </p>
  );
}
