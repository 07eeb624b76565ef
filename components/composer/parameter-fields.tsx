import type { ReactElement } from 'react';
import { MAXIMUM_IMAGES, withParameter } from '@/utils/core/model/generation-parameters';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { ChoiceField, type ParametersProps } from './choice-field';
import { CountField } from './count-field';
import { ModelField } from './model-field';
import css from './parameter-fields.module.css';
import { SizeField } from './size-field';

interface ParameterFieldsProps extends ParametersProps {
  readonly models: readonly ListedModel[];
}

/** The usual controls: those the chosen model takes, and none for what it does not. */
export function ParameterFields({ parameters, models, onChange }: ParameterFieldsProps): ReactElement {
  const { n = 1 } = parameters;
  return (
    <div className={css['grid']}>
      <ModelField
        model={parameters.model}
        listed={models}
        onChange={(model) => onChange({ ...parameters, model })}
      />
      <SizeField parameters={parameters} onChange={onChange} />
      <ChoiceField parameter="quality" parameters={parameters} onChange={onChange} />
      <CountField
        value={Math.min(n, MAXIMUM_IMAGES)}
        maximum={MAXIMUM_IMAGES}
        onChange={(count) => onChange(withParameter(parameters, 'n', count))}
      />
    </div>
  );
}
