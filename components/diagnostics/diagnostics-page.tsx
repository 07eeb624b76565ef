import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { REPORTED_JOBS } from '@/utils/core/report/bug-report';
import type { Diagnosis } from '@/utils/core/report/diagnosis';
import { t } from '@/utils/i18n/translate';
import { useLive, type Live } from '../hooks/live';
import { CopyButton } from '../widgets/copy-button';
import { FaultBoundary } from '../widgets/fault-boundary';
import { PageHeader } from '../widgets/page-header';
import { failureWords } from '../words/failure-words';
import { DiagnosticsJobs } from './diagnostics-jobs';
import { DiagnosticsOverview } from './diagnostics-overview';
import css from './diagnostics-page.module.css';
import { DiagnosticsServers } from './diagnostics-servers';
import type { JobLogLive } from './job-log-live';

/** What the page under the hood stands on, and what it asks of the world. */
export interface DiagnosticsPageProps {
  readonly diagnosis: Live<Diagnosis>;
  readonly jobs: JobLogLive;
  /** Settles when the report is copied. */
  readonly copyReport: () => Promise<unknown>;
  /** Settles when what is known of the job is copied. */
  readonly copyJob: (job: Job) => Promise<unknown>;
  /** Shows the pictures of a job. */
  readonly openJob: (job: Job) => void;
  readonly openGallery: () => void;
  readonly openOptions: () => void;
}

function Report({ onCopy }: { readonly onCopy: () => Promise<unknown> }): ReactElement {
  return (
    <section className={css['card']}>
      <h2>{t('diagnostics.report')}</h2>
      <div className={css['soft']}>
        <p>{t('diagnostics.reportHas', { count: REPORTED_JOBS })}</p>
        <p>{t('diagnostics.reportLacks')}</p>
      </div>
      <CopyButton look="primary" label={t('diagnostics.copyReport')} onCopy={onCopy} />
    </section>
  );
}

/** What was sent and what came of it, job by job, and how the installation stands. */
export function DiagnosticsPage(props: DiagnosticsPageProps): ReactElement {
  const { diagnosis, jobs, copyReport, copyJob, openJob } = props;
  const snapshot = useLive(diagnosis);
  const known = snapshot.state === 'ready' ? snapshot.value : undefined;
  return (
    <main className={css['page']}>
      <PageHeader
        look="large"
        title={t('diagnostics.title')}
        onOpenGallery={props.openGallery}
        onOpenOptions={props.openOptions}
      />
      <p className={css['soft']}>{t('diagnostics.intro')}</p>
      <Report onCopy={copyReport} />
      {snapshot.state === 'failed' && (
        <p className={css['bad']} role="alert">
          {failureWords(snapshot.failure)} {snapshot.failure.detail}
        </p>
      )}
      <FaultBoundary subject={known}>{known && <DiagnosticsOverview diagnosis={known} />}</FaultBoundary>
      <FaultBoundary subject={known}>{known && <DiagnosticsServers servers={known.servers} />}</FaultBoundary>
      <FaultBoundary>
        <DiagnosticsJobs jobs={jobs} counts={known?.rows?.jobs} onCopy={copyJob} onOpen={openJob} />
      </FaultBoundary>
    </main>
  );
}
