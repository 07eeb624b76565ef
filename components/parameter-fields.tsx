import type { ReactElement } from 'react';
import { familyOf, KNOWN_MODELS } from '@/utils/core/models';
import { t } from '@/utils/i18n/translate';
import { ChoiceField, type ParametersProps } from './choice-field';
import { CountField } from './count-field';
import { Field } from './field';
import css from './parameter-fields.module.css';

/** The usual controls: those the chosen model takes, and none for what it does not. */
export function ParameterFields({ parameters, onChange }: ParametersProps): ReactElement {
  const { model, n = 1 } = parameters;
  const { maximumImages } = familyOf(model);
  const models = KNOWN_MODELS.includes(model) ? KNOWN_MODELS : [model, ...KNOWN_MODELS];
  return (
    <div className={css['grid']}>
      <Field label={t('composer.model')}>
        {(control) => (
          <select
            {...control}
            value={model}
            onChange={(event) => onChange({ ...parameters, model: event.target.value })}
          >
            {models.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        )}
      </Field>
      <ChoiceField parameter="size" parameters={parameters} onChange={onChange} />
      <ChoiceField parameter="quality" parameters={parameters} onChange={onChange} />
      {maximumImages > 1 && (
        <CountField
          value={Math.min(n, maximumImages)}
          maximum={maximumImages}
          onChange={(count) => onChange({ ...parameters, n: count })}
        />
      )}
    </div>
  );
}
