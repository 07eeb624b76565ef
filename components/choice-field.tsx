import type { ReactElement } from 'react';
import {
  choicesFor,
  withParameter,
  type ChoiceParameter,
  type GenerationParameters,
} from '@/utils/core/generation-parameters';
import { t, type MessageKey } from '@/utils/i18n/translate';
import { Field } from './field';

/** Words for the values the API names; sizes and values unknown to us stand for themselves. */
const CHOICE_WORDS: Readonly<Record<string, MessageKey>> = {
  auto: 'choice.auto',
  low: 'choice.low',
  medium: 'choice.medium',
  high: 'choice.high',
  xhigh: 'choice.xhigh',
  max: 'choice.max',
  standard: 'choice.standard',
  hd: 'choice.hd',
  transparent: 'choice.transparent',
  opaque: 'choice.opaque',
  vivid: 'choice.vivid',
  natural: 'choice.natural',
};

/** A value of a parameter as a person reads it. */
export function choiceWords(value: string): string {
  const key = CHOICE_WORDS[value];
  return key ? t(key) : value.replace(/^(\d+)x(\d+)$/, '$1 × $2');
}

/** The parameters so far, and what to do with changed ones. */
export interface ParametersProps {
  readonly parameters: GenerationParameters;
  readonly onChange: (parameters: GenerationParameters) => void;
}

interface ChoiceFieldProps extends ParametersProps {
  readonly parameter: ChoiceParameter;
}

/** A parameter chosen from what the model takes; absent where it takes none. The first choice is the server's own. */
export function ChoiceField({ parameter, parameters, onChange }: ChoiceFieldProps): ReactElement | null {
  const choices = choicesFor(parameters.model, parameter);
  if (choices.length === 0) return null;
  return (
    <Field label={t(`composer.${parameter}`)}>
      {(control) => (
        <select
          {...control}
          value={parameters[parameter] ?? ''}
          onChange={(event) => onChange(withParameter(parameters, parameter, event.target.value))}
        >
          <option value="">{t('composer.serverDecides')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceWords(choice)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
