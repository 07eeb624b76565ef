import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { reportPairs } from '@/utils/core/text/report-lines';
import { t } from '@/utils/i18n/translate';
import { useNow } from '../hooks/use-now';
import { jobStateWords } from '../jobs/job-status';
import { pendingHosts } from '../jobs/pending-hosts';
import { FactList, isKnown, type Fact } from '../widgets/fact-list';
import { costWords, estimateWords } from '../words/cost-words';
import { exactTime, spanWords } from '../words/time-words';
import css from './diagnostics-jobs.module.css';

function requestFacts(job: Job): readonly Fact[] {
  return [
    { name: t('diagnostics.job'), value: job.id, code: true },
    { name: t('diagnostics.status'), value: jobStateWords(job) },
    { name: t('details.server'), value: job.baseUrl, code: true },
    {
      name: t('diagnostics.requestId'),
      value: job.failure?.requestId ?? job.reply?.requestId,
      code: true,
    },
    { name: t('diagnostics.attempts'), value: job.attempts },
    { name: t('diagnostics.retries'), value: job.automaticRetries || undefined },
  ];
}

function timeFacts(job: Job, now: number): readonly Fact[] {
  const { createdAt, startedAt, finishedAt, waitingUntil, state } = job;
  const { lang } = document.documentElement;
  const time = (at: number | undefined) => (at === undefined ? undefined : exactTime(at, lang));
  const span = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : spanWords(to - from, lang, 'long');
  const waitedUntil = startedAt ?? finishedAt ?? now;
  return [
    { name: t('diagnostics.asked'), value: time(createdAt) },
    { name: t('diagnostics.goesOn'), value: time(waitingUntil) },
    { name: t('diagnostics.left'), value: time(startedAt) },
    { name: t('diagnostics.ended'), value: time(finishedAt) },
    { name: t('diagnostics.waited'), value: span(createdAt, waitedUntil) },
    { name: t('details.duration'), value: span(startedAt, state === 'running' ? now : finishedAt) },
  ];
}

function answerFacts({ reply, cost, estimate }: Job): readonly Fact[] {
  return [
    { name: t('diagnostics.used'), value: reportPairs(reply?.actual), code: true },
    { name: t('details.usage'), value: reportPairs(reply?.usage), code: true },
    { name: t('details.cost'), value: cost && costWords(cost) },
    { name: t('diagnostics.estimate'), value: estimate && estimateWords(estimate) },
  ];
}

function pictureFacts(job: Job): readonly Fact[] {
  return [
    { name: t('diagnostics.kept'), value: job.pictureIds.length },
    { name: t('diagnostics.arrived'), value: job.arrivedPictures?.length },
    { name: t('diagnostics.stillAt'), value: pendingHosts(job), code: true },
  ];
}

interface GroupProps {
  readonly title: string;
  readonly facts: readonly Fact[];
}

function Group({ title, facts }: GroupProps): ReactElement | null {
  if (!facts.some(isKnown)) return null;
  return (
    <section>
      <h3>{title}</h3>
      <FactList facts={facts} />
    </section>
  );
}

/** What was asked of which server and when, and what came of it. */
export function DiagnosticsJobFacts({ job }: { readonly job: Job }): ReactElement {
  const now = useNow(job.finishedAt === undefined);
  return (
    <div className={css['groups']}>
      <Group title={t('diagnostics.request')} facts={requestFacts(job)} />
      <Group title={t('diagnostics.times')} facts={timeFacts(job, now)} />
      <Group title={t('diagnostics.answer')} facts={answerFacts(job)} />
      <Group title={t('spending.pictures')} facts={pictureFacts(job)} />
    </div>
  );
}
