import type { ReactElement } from 'react';
import { JOB_STATES } from '@/utils/core/job/job';
import {
  keepsEverything,
  type Diagnosis,
  type RowCounts,
  type SetAlarm,
} from '@/utils/core/report/diagnosis';
import { t } from '@/utils/i18n/translate';
import { FactList } from '../widgets/fact-list';
import { formatBytes } from '../words/format';
import { stateWords } from '../words/state-words';
import { exactTime, spanWords } from '../words/time-words';
import css from './diagnostics-page.module.css';

const SECOND_MS = 1000;

function Counts({ rows: { jobs, pictures } }: { readonly rows: RowCounts }): ReactElement {
  const counts = [
    ...JOB_STATES.map((state) => ({ key: state, name: stateWords(state), count: jobs[state] })),
    { key: 'pictures', name: t('spending.pictures'), count: pictures },
  ];
  return (
    <dl className={css['counts']}>
      {counts.map(({ key, name, count }) => (
        <div key={key} data-count={key}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function alarmWords({ at, everySeconds }: SetAlarm, language: string): string {
  const time = exactTime(at, language);
  if (everySeconds === undefined) return time;
  return t('diagnostics.alarmEvery', { time, span: spanWords(everySeconds * SECOND_MS, language, 'long') });
}

/** How the installation stands: what is kept, where it runs, and what it may do. */
export function DiagnosticsOverview({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactElement {
  const { browser, system, language, rows, space, alarms, hosts, permissions } = diagnosis;
  const used = space.used === undefined ? t('diagnostics.spaceUnknown') : formatBytes(space.used, language);
  const wakes = alarms.map((alarm) => alarmWords(alarm, language)).join('; ');
  return (
    <section className={css['card']}>
      <h2>{t('diagnostics.overview')}</h2>
      {rows && <Counts rows={rows} />}
      <FactList
        facts={[
          { name: t('diagnostics.version'), value: diagnosis.version },
          { name: t('diagnostics.browser'), value: t('diagnostics.browserValue', { browser, system }) },
          { name: t('diagnostics.language'), value: language },
          { name: t('diagnostics.space'), value: used },
          {
            name: t('diagnostics.disk'),
            value: t(keepsEverything(diagnosis) ? 'diagnostics.diskKept' : 'diagnostics.diskLost'),
          },
          { name: t('diagnostics.alarm'), value: wakes || t('diagnostics.alarmNever') },
          { name: t('diagnostics.hosts'), value: hosts.join(', ') || t('diagnostics.hostsNone') },
          { name: t('diagnostics.permissions'), value: permissions.join(', '), code: true },
        ]}
      />
    </section>
  );
}
