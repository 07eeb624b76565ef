import { useId, type ReactElement } from 'react';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { retirementOf } from '@/utils/core/model/model-retirements';
import { KNOWN_MODELS } from '@/utils/core/model/models';
import { dayOf } from '@/utils/core/money/spending';
import { t, type MessageKey } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import type { ServerFieldsProps } from './server-fields';

interface ServerModelFieldProps extends ServerFieldsProps {
  /** What the server says it has; empty until it was asked. */
  readonly listed: readonly ListedModel[];
}

function retirementWords(day: string, retired: MessageKey, retires: MessageKey): string {
  return t(day <= dayOf(Date.now()) ? retired : retires, { day });
}

/** The server's own word on a model's end comes before its owner's: a relay may go on. */
function retirementHint(model: string, told: string | undefined): string | undefined {
  if (told !== undefined) return retirementWords(told, 'options.modelRetired', 'options.modelRetires');
  const day = retirementOf(model);
  return day && retirementWords(day, 'options.modelRetiredByOwner', 'options.modelRetiresByOwner');
}

/** The model to begin with: one the server lists, one that is known, or any other by its name. */
export function ServerModelField(props: ServerModelFieldProps): ReactElement {
  const { values, problems, onChange, listed } = props;
  const listId = useId();
  const model = values.model.trim();
  const offered: readonly ListedModel[] = listed.length > 0 ? listed : KNOWN_MODELS.map((id) => ({ id }));
  const retirement = retirementHint(model, listed.find(({ id }) => id === model)?.retiresOn);
  return (
    <Field label={t('options.model')} hint={retirement ?? t('options.modelHint')} problem={problems.model}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={listId}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            value={values.model}
            onChange={({ target }) => onChange({ model: target.value })}
          />
          <datalist id={listId}>
            {offered.map(({ id, retiresOn: day }) => (
              // Some browsers show only these words, so the name is in them too.
              <option key={id} value={id}>
                {day === undefined ? id : t('options.modelUntil', { model: id, day })}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
