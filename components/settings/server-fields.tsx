import type { ReactElement } from 'react';
import { parseServerAddress } from '@/utils/core/server/base-url';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import type { ServerProblems, ServerValues } from './server-values';

/** The boxes of a server's form, and what to do with changed ones. */
export interface ServerFieldsProps {
  readonly values: ServerValues;
  readonly problems: ServerProblems;
  readonly onChange: (changes: Partial<ServerValues>) => void;
}

interface AccountFieldsProps extends ServerFieldsProps {
  /** Whether a key is kept for the server at this address. */
  readonly hasKey: boolean;
}

function keyHint(address: string, present: boolean): string {
  if (present) return t('options.keySaved');
  const parsed = parseServerAddress(address);
  const optional = parsed.ok && parsed.address.transport !== 'encrypted';
  return optional ? `${t('options.keyHint')} ${t('options.keyOptional')}` : t('options.keyHint');
}

/** Name, address and key of a server. */
export function ServerFields({ values, problems, onChange, hasKey }: AccountFieldsProps): ReactElement {
  const parsed = parseServerAddress(values.address);
  return (
    <>
      <Field label={t('options.name')} hint={t('options.nameHint')}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            placeholder={parsed.ok ? parsed.address.host : ''}
            value={values.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('options.address')} hint={t('options.addressHint')} problem={problems.address}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            value={values.address}
            onChange={({ target }) => onChange({ address: target.value })}
          />
        )}
      </Field>
      <Field label={t('options.key')} hint={keyHint(values.address, hasKey)}>
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={hasKey ? '••••••••••••' : ''}
            value={values.key}
            onChange={({ target }) => onChange({ key: target.value })}
          />
        )}
      </Field>
    </>
  );
}
