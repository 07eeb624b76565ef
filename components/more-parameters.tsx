import type { ReactElement } from 'react';
import { withParameter } from '@/utils/core/generation-parameters';
import { t } from '@/utils/i18n/translate';
import { ChoiceField, type ParametersProps } from './choice-field';
import { Field } from './field';
import css from './parameter-fields.module.css';

/** The rarer parameters, folded away. */
export function MoreParameters({ parameters, onChange }: ParametersProps): ReactElement {
  return (
    <details className={css['more']}>
      <summary>{t('composer.more')}</summary>
      <div className={css['grid']}>
        <ChoiceField parameter="background" parameters={parameters} onChange={onChange} />
        <ChoiceField parameter="moderation" parameters={parameters} onChange={onChange} />
        <ChoiceField parameter="style" parameters={parameters} onChange={onChange} />
        <Field label={t('composer.user')} hint={t('composer.userHint')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              value={parameters.user ?? ''}
              onChange={(event) => onChange(withParameter(parameters, 'user', event.target.value))}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
