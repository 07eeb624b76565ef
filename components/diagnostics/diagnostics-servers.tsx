import type { ReactElement } from 'react';
import type { ServerDiagnosis } from '@/utils/core/report/diagnosis';
import { withoutQuery } from '@/utils/core/server/base-url';
import { providerName } from '@/utils/core/server/provider';
import type { ServerKnowledge } from '@/utils/core/server/server-knowledge';
import { t } from '@/utils/i18n/translate';
import { useNow } from '../hooks/use-now';
import { FactList, type Fact } from '../widgets/fact-list';
import { exactTime } from '../words/time-words';
import css from './diagnostics-page.module.css';

/** What was found out by asking it. */
function foundOut(known: ServerKnowledge, now: number): readonly Fact[] {
  const { pausedUntil = 0, refused, onePerRequest, trailingSlash, models = [], prices = [] } = known;
  const { lang } = document.documentElement;
  const isPaused = pausedUntil > now;
  const listed = { models: models.length, prices: prices.length };
  return [
    { name: t('diagnostics.pausedUntil'), value: isPaused ? exactTime(pausedUntil, lang) : undefined },
    {
      name: t('diagnostics.refuses'),
      value: Object.entries(refused)
        .map(([model, fields]) => `${model}: ${fields.join(', ')}`)
        .join('; '),
      code: true,
    },
    { name: t('diagnostics.oneByOne'), value: onePerRequest.join(', '), code: true },
    { name: t('diagnostics.path'), value: trailingSlash ? t('diagnostics.pathSlash') : undefined },
    {
      name: t('diagnostics.listed'),
      value: models.length + prices.length > 0 ? t('diagnostics.listedValue', listed) : undefined,
    },
  ];
}

function Server({ server }: { readonly server: ServerDiagnosis }): ReactElement {
  const { provider, known, isChosen } = server;
  const now = useNow(known.pausedUntil !== undefined);
  return (
    <li>
      <h3>
        {providerName(provider)} {isChosen && <span className={css['mark']}>{t('options.inUse')}</span>}
      </h3>
      <FactList
        facts={[
          { name: t('options.address'), value: withoutQuery(provider.baseUrl), code: true },
          { name: t('options.model'), value: provider.model, code: true },
          { name: t('options.concurrency'), value: provider.concurrency },
          { name: t('options.timeout'), value: provider.timeoutSeconds },
          { name: t('options.extraBody'), value: Object.keys(provider.extraBody).join(', '), code: true },
          { name: t('options.headers'), value: provider.headerNames.join(', '), code: true },
          ...foundOut(known, now),
        ]}
      />
    </li>
  );
}

/** The servers that were set up, and what is known of each. */
export function DiagnosticsServers({
  servers,
}: {
  readonly servers: readonly ServerDiagnosis[];
}): ReactElement {
  return (
    <section className={css['card']}>
      <h2>{t('options.servers')}</h2>
      <ul className={css['servers']}>
        {servers.map((server) => (
          <Server key={server.provider.id} server={server} />
        ))}
      </ul>
    </section>
  );
}
