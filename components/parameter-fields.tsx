import type { ReactElement } from 'react';
import {
  choicesFor,
  type ChoiceParameter,
  type GenerationParameters,
} from '@/utils/core/generation-parameters';
import { familyOf, KNOWN_MODELS } from '@/utils/core/models';
import { t } from '@/utils/i18n/translate';
import { ChoiceField } from './choice-field';
import { CountField } from './count-field';
import { Field } from './field';
import css from './parameter-fields.module.css';

interface ParameterFieldsProps {
  readonly parameters: GenerationParameters;
  readonly onChange: (parameters: GenerationParameters) => void;
}

const RARE: readonly ChoiceParameter[] = ['background', 'moderation', 'style'];

function withValue<Key extends keyof GenerationParameters>(
  parameters: GenerationParameters,
  key: Key,
  value: GenerationParameters[Key] | undefined,
): GenerationParameters {
  const { [key]: _, ...others } = parameters;
  return { ...others, model: parameters.model, ...(value !== undefined && { [key]: value }) };
}

/** Controls for what the chosen model takes, and none for what it does not. */
export function ParameterFields({ parameters, onChange }: ParameterFieldsProps): ReactElement {
  const { model, n = 1 } = parameters;
  const { maximumImages } = familyOf(model);
  const models = KNOWN_MODELS.includes(model) ? KNOWN_MODELS : [model, ...KNOWN_MODELS];
  const choice = (parameter: ChoiceParameter): ReactElement => (
    <ChoiceField
      key={parameter}
      parameter={parameter}
      choices={choicesFor(model, parameter)}
      value={parameters[parameter]}
      onChange={(value) => onChange(withValue(parameters, parameter, value))}
    />
  );
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
      {choice('size')}
      {choice('quality')}
      {maximumImages > 1 && (
        <CountField
          value={Math.min(n, maximumImages)}
          maximum={maximumImages}
          onChange={(count) => onChange({ ...parameters, n: count })}
        />
      )}
      <details className={css['more']}>
        <summary>{t('composer.more')}</summary>
        <div className={css['grid']}>
          {RARE.map(choice)}
          <Field label={t('composer.user')} hint={t('composer.userHint')}>
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                value={parameters.user ?? ''}
                onChange={(event) => onChange(withValue(parameters, 'user', event.target.value || undefined))}
              />
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
