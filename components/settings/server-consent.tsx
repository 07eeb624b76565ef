import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import css from './options-page.module.css';

interface ServerConsentProps {
  readonly host: string;
  readonly consents: boolean;
  readonly onChange: (consents: boolean) => void;
}

/** Warns of a connection that anyone on the network can read, and asks whether that is all right. */
export function ServerConsent({ host, consents, onChange }: ServerConsentProps): ReactElement {
  return (
    <div className={css['warning']}>
      {t('options.unencrypted', { host })}
      <label className={css['choice']}>
        <input type="checkbox" checked={consents} onChange={({ target }) => onChange(target.checked)} />
        {t('options.unencryptedConsent')}
      </label>
    </div>
  );
}
