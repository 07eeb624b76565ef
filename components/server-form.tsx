import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { parseServerAddress } from '@/utils/core/base-url';
import type { ServerForm as ServerFormValues } from '@/utils/core/check-connection';
import type { ConnectionReport as Report } from '@/utils/core/connection-check';
import { failureOf } from '@/utils/core/failure';
import type { Settings } from '@/utils/core/settings';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import { ConnectionReport, type ConnectionStatus } from './connection-report';
import { failureWords } from './failure-words';
import { useKeyPresence } from './hooks/use-key-presence';
import css from './options-page.module.css';
import { ServerFields } from './server-fields';

/** What the form asks of the world. */
export interface ServerFormCallbacks {
  /** Asks for the server's origin in the turn of the click, and saves meanwhile; tells whether it was granted. */
  readonly saveAndAllow: (form: ServerFormValues) => Promise<boolean>;
  readonly test: (form: ServerFormValues) => Promise<Report>;
  readonly hasKey: (address: string) => Promise<boolean>;
}

interface ServerFormProps {
  readonly settings: Settings;
  readonly on: ServerFormCallbacks;
}

/** Which server draws, with which key and model. */
export function ServerForm({ settings, on }: ServerFormProps): ReactElement {
  const [address, setAddress] = useState(settings.baseUrl);
  const [key, setKey] = useState('');
  const [model, setModel] = useState(settings.parameters.model);
  const [models, setModels] = useState<readonly string[]>([]);
  const [consentedHost, setConsentedHost] = useState<string>();
  const [status, setStatus] = useState<ConnectionStatus>({ kind: 'idle' });
  const [tried, setTried] = useState(false);
  const [hasKey, askForKey] = useKeyPresence(address, on.hasKey);

  const parsed = parseServerAddress(address);
  const exposed = parsed.ok && parsed.address.transport === 'localNetwork';
  const consents = parsed.ok && parsed.address.host === consentedHost;
  const attempts = useRef(0);
  const problem = parsed.ok ? undefined : t(`address.${parsed.problem}`);
  const form: ServerFormValues = {
    address,
    model: model.trim() || settings.parameters.model,
    ...(key.trim() !== '' && { key: key.trim() }),
  };
  const attempt = (work: () => Promise<ConnectionStatus>): void => {
    setTried(true);
    attempts.current += 1;
    const attempted = attempts.current;
    setStatus({ kind: 'idle' });
    if (!parsed.ok || (exposed && !consents)) return;
    // A slow answer must not cover what was tried after it.
    const tell = (next: ConnectionStatus): void => {
      if (attempted === attempts.current) setStatus(next);
    };
    work().then(tell, (thrown: unknown) => tell({ kind: 'problem', text: failureWords(failureOf(thrown)) }));
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    attempt(async () => {
      // Nothing may be awaited before this call: the browser takes it only in the turn of the click.
      const granted = await on.saveAndAllow(form);
      if (parsed.ok) setAddress(parsed.address.baseUrl);
      setKey('');
      askForKey();
      return { kind: 'saved', host: parsed.ok ? parsed.address.host : '', granted };
    });
  };
  const test = (): void => {
    attempt(async () => {
      setStatus({ kind: 'testing' });
      const report = await on.test(form);
      setModels(report.models);
      return { kind: 'tested', model: form.model, checks: report.checks };
    });
  };

  return (
    <form className={css['card']} onSubmit={save} noValidate>
      <h2>{t('options.server')}</h2>
      <ServerFields
        values={{ address, key, model }}
        models={models}
        problem={tried ? problem : undefined}
        hasKey={hasKey}
        onAddress={setAddress}
        onKey={setKey}
        onModel={setModel}
      />
      {exposed && (
        <div className={css['warning']}>
          {t('options.unencrypted', { host: parsed.address.host })}
          <label className={css['choice']}>
            <input
              type="checkbox"
              checked={consents}
              onChange={({ target }) => setConsentedHost(target.checked ? parsed.address.host : undefined)}
            />
            {t('options.unencryptedConsent')}
          </label>
        </div>
      )}
      <div className={css['buttons']}>
        <Button look="primary" type="submit" disabled={exposed && !consents}>
          {t('options.save')}
        </Button>
        <Button onClick={test} disabled={exposed && !consents}>
          {t('options.test')}
        </Button>
      </div>
      <ConnectionReport status={status} />
    </form>
  );
}
