import { useId, useState, type ReactElement } from 'react';
import type { Failure } from '@/utils/core/failure/failure';
import { JOB_STATES, type Job } from '@/utils/core/job/job';
import type { RowCounts } from '@/utils/core/report/diagnosis';
import { t } from '@/utils/i18n/translate';
import { useLive } from '../hooks/live';
import { Button } from '../widgets/button';
import { FaultBoundary } from '../widgets/fault-boundary';
import { failureWords } from '../words/failure-words';
import { stateWords } from '../words/state-words';
import { DiagnosticsJob, type DiagnosticsJobCallbacks } from './diagnostics-job';
import css from './diagnostics-jobs.module.css';
import type { JobLog, JobLogLive } from './job-log-live';

interface DiagnosticsJobsProps extends DiagnosticsJobCallbacks {
  readonly jobs: JobLogLive;
  readonly counts: RowCounts['jobs'] | undefined;
}

interface StateChoiceProps {
  readonly counts: RowCounts['jobs'] | undefined;
  readonly onChoose: JobLogLive['showOnly'];
}

function StateChoice({ counts, onChoose }: StateChoiceProps): ReactElement {
  const [chosen, setChosen] = useState('');
  const id = useId();
  const choose = (value: string): void => {
    setChosen(value);
    onChoose(JOB_STATES.find((state) => state === value));
  };
  return (
    <div className={css['choice']}>
      <label htmlFor={id}>{t('diagnostics.filter')}</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('diagnostics.all')}</option>
        {JOB_STATES.map((state) => (
          <option key={state} value={state}>
            {counts ? `${stateWords(state)} (${counts[state]})` : stateWords(state)}
          </option>
        ))}
      </select>
    </div>
  );
}

function NoJobs({ state }: Pick<JobLog, 'state'>): ReactElement {
  return (
    <div className={css['empty']}>
      <h3>{t(state ? 'diagnostics.nothingHere' : 'jobs.empty')}</h3>
      <p>{t(state ? 'diagnostics.nothingHereHint' : 'history.emptyHint')}</p>
    </div>
  );
}

interface UnreadableJobsProps {
  readonly failure: Failure;
  readonly onReload: () => void;
}

function UnreadableJobs({ failure, onReload }: UnreadableJobsProps): ReactElement {
  return (
    <div className={css['empty']} role="alert">
      <h3>{t('diagnostics.unreadable')}</h3>
      <p>{failureWords(failure)}</p>
      <p>{failure.detail}</p>
      <Button onClick={onReload}>{t('history.reload')}</Button>
    </div>
  );
}

function Lines({ jobs, on }: { readonly jobs: readonly Job[]; readonly on: DiagnosticsJobCallbacks }) {
  return (
    <ul className={css['jobs']} aria-label={t('jobs.title')}>
      {jobs.map((job) => (
        <FaultBoundary key={job.id} subject={job} renderNotice={(notice) => <li>{notice}</li>}>
          <DiagnosticsJob job={job} {...on} />
        </FaultBoundary>
      ))}
    </ul>
  );
}

/** The jobs, newest first, a line each that opens. */
export function DiagnosticsJobs({ jobs: live, counts, onCopy, onOpen }: DiagnosticsJobsProps): ReactElement {
  const snapshot = useLive(live);
  return (
    <section className={css['log']}>
      <div className={css['head']}>
        <h2>{t('jobs.title')}</h2>
        <StateChoice counts={counts} onChoose={live.showOnly} />
      </div>
      {snapshot.state === 'failed' && <UnreadableJobs failure={snapshot.failure} onReload={live.reload} />}
      {snapshot.state === 'ready' && snapshot.value.jobs.length === 0 && (
        <NoJobs state={snapshot.value.state} />
      )}
      {snapshot.state === 'ready' && snapshot.value.jobs.length > 0 && (
        <Lines jobs={snapshot.value.jobs} on={{ onCopy, onOpen }} />
      )}
      {snapshot.state === 'ready' && snapshot.value.more && (
        <div className={css['older']}>
          <Button onClick={live.showOlder}>{t('diagnostics.older')}</Button>
        </div>
      )}
    </section>
  );
}
