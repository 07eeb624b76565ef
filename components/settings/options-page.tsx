import type { ReactElement } from 'react';
import type { SetupState } from '@/utils/core/connection/connect';
import type { Job } from '@/utils/core/job/job';
import type { DaySpending } from '@/utils/core/money/spending';
import type { AfterMenuClick, Settings } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import { useLiveValue, type Live } from '../hooks/live';
import { Button } from '../widgets/button';
import { FaultBoundary } from '../widgets/fault-boundary';
import { PageHeader } from '../widgets/page-header';
import { AfterClickChoice } from './after-click-choice';
import { DownloadName } from './download-name';
import { findMissingField } from './missing-field';
import { NotificationsChoice } from './notifications-choice';
import css from './options-page.module.css';
import { ServerSettings, type ServerSettingsCallbacks } from './server-settings';
import { SpendingCard } from './spending-card';
import { WaitingJobs } from './waiting-jobs';

/** What the options page stands on. */
export interface OptionsPageProps {
  readonly settings: Live<Settings>;
  /** Newest first. */
  readonly jobs: Live<readonly Job[]>;
  readonly setup: Live<SetupState>;
  /** Oldest day first. */
  readonly spending: Live<readonly DaySpending[]>;
  readonly server: ServerSettingsCallbacks;
  /** US dollars; `null` for no limit. Settles when it is kept. */
  readonly setMonthlyLimit: (limit: number | null) => Promise<unknown>;
  /** Settles when the choice is kept. */
  readonly setAfterMenuClick: (value: AfterMenuClick) => Promise<unknown>;
  /** Asks the browser in the turn of the click; answers whether it is kept so. */
  readonly setNotifications: (wanted: boolean) => Promise<boolean>;
  /** Settles when it is kept. */
  readonly setFileNameTemplate: (template: string) => Promise<unknown>;
  readonly cancel: (job: Job) => void;
  readonly openGallery: () => void;
  readonly openDiagnostics: () => void;
}

/** Everything a person can set, and why it matters. */
export function OptionsPage(props: OptionsPageProps): ReactElement | null {
  const settings = useLiveValue(props.settings);
  const jobs = useLiveValue(props.jobs) ?? [];
  const setup = useLiveValue(props.setup);
  // Drawn once the settings are read, so that no default ever stands where a person's own value belongs.
  if (!settings) return null;
  const waiting = jobs.filter(({ waitingFor }) => waitingFor === 'key' || waitingFor === 'access');
  return (
    <main className={css['page']}>
      <PageHeader look="large" title={t('options.title')} onOpenGallery={props.openGallery} />
      <p className={css['intro']}>{t('options.intro')}</p>
      <FaultBoundary>
        {waiting.length > 0 && (
          <WaitingJobs
            jobs={waiting}
            readyServers={setup?.readyServers ?? []}
            onMove={props.server.move}
            onCancel={props.cancel}
          />
        )}
      </FaultBoundary>
      <FaultBoundary>
        <ServerSettings
          settings={settings}
          missing={findMissingField(jobs, setup)}
          waiting={waiting}
          {...(setup && { readyServers: setup.readyServers })}
          on={props.server}
        />
      </FaultBoundary>
      <FaultBoundary>
        <AfterClickChoice value={settings.afterMenuClick} onChange={props.setAfterMenuClick} />
      </FaultBoundary>
      <FaultBoundary>
        <NotificationsChoice value={settings.notifications} onChange={props.setNotifications} />
      </FaultBoundary>
      <FaultBoundary>
        <DownloadName template={settings.fileNameTemplate} onChange={props.setFileNameTemplate} />
      </FaultBoundary>
      <FaultBoundary>
        <SpendingCard
          spending={props.spending}
          limit={settings.monthlyLimit}
          onLimit={props.setMonthlyLimit}
        />
      </FaultBoundary>
      <section className={css['card']}>
        <h2>{t('options.privacy')}</h2>
        <p>{t('options.privacyText')}</p>
      </section>
      <section className={css['card']}>
        <h2>{t('options.underTheHood')}</h2>
        <p>{t('options.underTheHoodText')}</p>
        <div className={css['buttons']}>
          <Button onClick={props.openDiagnostics}>{t('options.lookUnderTheHood')}</Button>
        </div>
      </section>
    </main>
  );
}
