import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { ConnectionForm } from '@/utils/core/connection/check-connection';
import type { ProviderForm } from '@/utils/core/connection/save-provider';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { parseServerAddress } from '@/utils/core/server/base-url';
import type { ConnectionReport as Report } from '@/utils/core/server/connection-check';
import type { Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import { useAnswer } from '../hooks/use-answer';
import { Button } from '../widgets/button';
import { ConnectionReport } from './connection-report';
import { useFocusOnMissing, type MissingField } from './missing-field';
import css from './options-page.module.css';
import { ServerConsent } from './server-consent';
import { ServerFields } from './server-fields';
import { ServerHeadersField } from './server-headers-field';
import { ServerManners } from './server-manners';
import { ServerModelField } from './server-model-field';
import { readServerValues, type ServerProblems, type ServerValues } from './server-values';
import { useConnectionStatus } from './use-connection-status';
import { useKeyPresence, type FindKey } from './use-key-presence';

/** What the form asks of the world. */
export interface ServerFormCallbacks {
  /** Asks for the server's origin in the turn of the click, and saves meanwhile; tells whether it was granted. */
  readonly saveAndAllow: (form: ProviderForm) => Promise<boolean>;
  readonly test: (form: ConnectionForm) => Promise<Report>;
  readonly hasKey: FindKey;
  /** Models the server listed when it was asked last. */
  readonly listModels: (providerId: string) => Promise<readonly ListedModel[]>;
}

interface ServerFormProps {
  readonly provider: Provider;
  readonly values: ServerValues;
  readonly onChange: (changes: Partial<ServerValues>) => void;
  /** Not saved yet, and just asked for: the focus comes here. */
  readonly isNew?: boolean;
  /** What this server lacks, if anything: the focus goes there. */
  readonly missing?: MissingField | undefined;
  readonly on: ServerFormCallbacks;
  /** What can be done with the server as it is saved. */
  readonly offer?: ReactNode;
  /** More buttons. */
  readonly children?: ReactNode;
}

const NO_MODELS: readonly ListedModel[] = [];
const NO_PROBLEMS: ServerProblems = {};

/** Whether something is wrong in the part of the form that is folded away. */
function hasHiddenProblem({ address: _, model: __, ...hidden }: ServerProblems): boolean {
  return Object.keys(hidden).length > 0;
}

/** One server: where it is, with which key and model it draws, and how it wants to be asked. */
export function ServerForm(props: ServerFormProps): ReactElement {
  const { provider, values, onChange, isNew = false, missing, on, offer, children } = props;
  const [tested, setTested] = useState(NO_MODELS);
  const [consentedHost, setConsentedHost] = useState<string>();
  const [tried, setTried] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const { status, attempt, clear } = useConnectionStatus();
  const [hasKey, askForKey] = useKeyPresence(provider.id, values.address, on.hasKey);
  const { listModels } = on;
  const [known] = useAnswer(
    useCallback(() => listModels(provider.id), [listModels, provider.id]),
    NO_MODELS,
  );
  const box = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  useEffect(() => {
    if (refusals > 0) box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refusals]);

  useFocusOnMissing(box, missing);

  const parsed = parseServerAddress(values.address);
  const server = parsed.ok ? parsed.address : undefined;
  const exposed = server?.transport === 'localNetwork';
  const consents = server !== undefined && server.host === consentedHost;
  const { problems, connection, form } = readServerValues(values, provider);
  const shown = tried ? problems : NO_PROBLEMS;
  // What was learned and saved belongs to the address that is saved.
  const listed = tested.length > 0 ? tested : server?.baseUrl === provider.baseUrl ? known : NO_MODELS;
  const savedHeaders = server?.origin === URL.parse(provider.baseUrl)?.origin ? provider.headerNames : [];

  const refuse = (): void => {
    clear();
    setRefusals(refusals + 1);
    if (hasHiddenProblem(problems)) setUnfolded(true);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!form || !server || (exposed && !consents)) return refuse();
    attempt(async () => {
      // Nothing may be awaited before this call: the browser takes it only in the turn of the click.
      const granted = await on.saveAndAllow(form);
      onChange({ address: server.baseUrl, key: '', headers: '', removesHeaders: false });
      askForKey();
      return { kind: 'saved', host: server.host, granted };
    });
  };
  const test = (): void => {
    setTried(true);
    if (!connection) return refuse();
    const work = async () => {
      const report = await on.test(connection);
      setTested(report.models);
      return { kind: 'tested', model: connection.model, checks: report.checks } as const;
    };
    attempt(work, { kind: 'testing' });
  };
  const fields = { values, problems: shown, onChange };

  return (
    <form ref={box} className={css['card']} onSubmit={save} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {t(isNew ? 'options.newServer' : 'options.server')}
      </h2>
      <ServerFields {...fields} hasKey={hasKey} />
      <ServerModelField {...fields} listed={listed} />
      <details
        className={css['more']}
        open={unfolded}
        onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
      >
        <summary>{t('options.more')}</summary>
        <div className={css['manners']}>
          <ServerManners {...fields} />
          <ServerHeadersField {...fields} saved={savedHeaders} />
        </div>
      </details>
      {exposed && (
        <ServerConsent
          host={server.host}
          consents={consents}
          onChange={(consented) => setConsentedHost(consented ? server.host : undefined)}
        />
      )}
      <div className={css['buttons']}>
        <Button look="primary" type="submit" disabled={exposed && !consents}>
          {t('options.save')}
        </Button>
        <Button onClick={test} disabled={exposed && !consents}>
          {t('options.test')}
        </Button>
        {children}
      </div>
      <ConnectionReport status={status} />
      {offer}
    </form>
  );
}
