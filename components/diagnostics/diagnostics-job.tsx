import { useState, type ReactElement } from 'react';
import { isOpen, type Job } from '@/utils/core/job/job';
import { promptTitle } from '@/utils/core/text/prompt';
import { reportTime } from '@/utils/core/text/report-lines';
import { t } from '@/utils/i18n/translate';
import { useNow } from '../hooks/use-now';
import { Button } from '../widgets/button';
import { CopyButton } from '../widgets/copy-button';
import { formatTime } from '../words/format';
import { stateWords } from '../words/state-words';
import { spanWords } from '../words/time-words';
import { DiagnosticsFailure } from './diagnostics-failure';
import { DiagnosticsJobFacts } from './diagnostics-job-facts';
import css from './diagnostics-jobs.module.css';
import { DiagnosticsRequest } from './diagnostics-request';

/** What can be done with a job here. */
export interface DiagnosticsJobCallbacks {
  /** Settles when what is known of it is copied. */
  readonly onCopy: (job: Job) => Promise<unknown>;
  /** Shows its pictures. */
  readonly onOpen: (job: Job) => void;
}

interface DiagnosticsJobProps extends DiagnosticsJobCallbacks {
  readonly job: Job;
}

/** More is cut off by the line in any case. */
const TITLE_LENGTH = 120;

/** From the request to the end, or until now. */
function tookWords({ state, startedAt, finishedAt }: Job, now: number, language: string): string {
  const end = state === 'running' ? now : finishedAt;
  if (startedAt === undefined || end === undefined) return '–';
  return spanWords(end - startedAt, language, 'narrow');
}

function Line({ job }: { readonly job: Job }): ReactElement {
  const { lang } = document.documentElement;
  const now = useNow(isOpen(job.state));
  return (
    <summary>
      <span className={css['state']}>{stateWords(job.state)}</span>{' '}
      <time dateTime={reportTime(job.createdAt)}>{formatTime(job.createdAt, lang)}</time>{' '}
      <span className={css['model']}>{job.parameters.model}</span>{' '}
      <span className={css['took']}>{tookWords(job, now, lang)}</span>{' '}
      <span className={css['prompt']} dir="auto">
        {promptTitle(job.prompt, TITLE_LENGTH)}
      </span>
    </summary>
  );
}

/** One job: a line, and everything known of it when it is opened. */
export function DiagnosticsJob({ job, onCopy, onOpen }: DiagnosticsJobProps): ReactElement {
  // Drawn only then: a prompt may be long, and there are many jobs.
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <li data-job-id={job.id} data-state={job.state}>
      <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <Line job={job} />
        {isUnfolded && (
          <div className={css['details']}>
            <DiagnosticsJobFacts job={job} />
            {job.failure && <DiagnosticsFailure failure={job.failure} />}
            <DiagnosticsRequest job={job} />
            <div className={css['buttons']}>
              {job.pictureIds.length > 0 && (
                <Button onClick={() => onOpen(job)}>{t('jobs.openInHistory')}</Button>
              )}
              <CopyButton label={t('facts.copy')} onCopy={() => onCopy(job)} />
            </div>
          </div>
        )}
      </details>
    </li>
  );
}
