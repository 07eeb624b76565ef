import type { ReactElement } from 'react';
import {
  choicesFor,
  withParameter,
  type ChoiceParameter,
  type GenerationParameters,
} from '@/utils/core/model/generation-parameters';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import { choiceWords } from '../words/choice-words';

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
