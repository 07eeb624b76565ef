import { Ban, Check, CircleAlert, Clock, KeyRound, LoaderCircle, Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job';
import { t } from '@/utils/i18n/translate';
import { useNow } from './hooks/use-now';
import { formatDuration } from './format';
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

function wordsFor(job: Job, now: number): string {
  switch (job.state) {
    case 'queued':
      if (job.waitingFor === 'key') return t('state.waitingForKey');
      return t(job.waitingFor === 'access' ? 'state.waitingForAccess' : 'state.queued');
    case 'running': {
      const elapsed = now - (job.startedAt ?? now);
      return elapsed < 1000 ? t('state.running') : t('state.runningFor', { time: formatDuration(elapsed) });
    }
    case 'needs-permission':
      return t('state.needsPermission');
    case 'done':
    case 'failed':
    case 'cancelled':
    case 'interrupted':
      return t(`state.${job.state}`);
  }
}

/** State, time and model of a job in one line; the seconds go on while it runs. */
export function JobStatus({ job }: { readonly job: Job }): ReactElement {
  const now = useNow(job.state === 'running');
  const Icon = ICONS[job.state];
  return (
    <p className={`${css['status']} ${css[job.state] ?? ''}`}>
      <Icon size={14} aria-hidden />
      <span>{wordsFor(job, now)}</span>
      <span aria-hidden>·</span>
      <span className={css['model']}>{job.parameters.model}</span>
    </p>
  );
}
