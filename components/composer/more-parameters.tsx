import { useState, type ReactElement } from 'react';
import { withParameter } from '@/utils/core/model/generation-parameters';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import { ChoiceField, type ParametersProps } from './choice-field';
import { CompressionField } from './compression-field';
import css from './parameter-fields.module.css';
import { StreamFields } from './stream-fields';

/** The rarer parameters, folded away, and not even drawn until somebody looks: a popup is waited for. */
export function MoreParameters(props: ParametersProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className={css['more']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('composer.more')}</summary>
      {open && <RareParameters {...props} />}
    </details>
  );
}

function RareParameters({ parameters, onChange }: ParametersProps): ReactElement {
  return (
    <div className={css['grid']}>
      <ChoiceField parameter="background" parameters={parameters} onChange={onChange} />
      <ChoiceField parameter="moderation" parameters={parameters} onChange={onChange} />
      <ChoiceField parameter="style" parameters={parameters} onChange={onChange} />
      <ChoiceField parameter="output_format" parameters={parameters} onChange={onChange} />
      <CompressionField parameters={parameters} onChange={onChange} />
      <StreamFields parameters={parameters} onChange={onChange} />
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
  );
}
