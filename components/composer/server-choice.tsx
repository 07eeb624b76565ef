import type { ReactElement } from 'react';
import { findProvider, providerName, type Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';

interface ServerChoiceProps {
  readonly providers: readonly Provider[];
  readonly provider: Provider;
  readonly onChange: (provider: Provider) => void;
}

/** Which of the person's servers draws. */
export function ServerChoice({ providers, provider, onChange }: ServerChoiceProps): ReactElement {
  return (
    <Field label={t('composer.server')}>
      {(control) => (
        <select
          {...control}
          value={provider.id}
          onChange={({ target: { value } }) => {
            const chosen = findProvider(providers, value);
            if (chosen) onChange(chosen);
          }}
        >
          {providers.map((one) => (
            <option key={one.id} value={one.id}>
              {providerName(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
