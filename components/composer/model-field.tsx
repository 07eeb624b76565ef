import { useState, type ReactElement } from 'react';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { KNOWN_MODELS } from '@/utils/core/model/models';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';

interface ModelFieldProps {
  readonly model: string;
  /** What the server says it has. Some do not say all. */
  readonly listed: readonly ListedModel[];
  readonly onChange: (model: string) => void;
}

/** Stands in the list for a model that is to be typed; no model is called so. */
const OTHER = ' ';

function Options({ ids }: { readonly ids: readonly string[] }): ReactElement[] {
  return ids.map((id) => (
    <option key={id} value={id}>
      {id}
    </option>
  ));
}

/** Which model draws: one the server lists, one that is known, or any other by its id. */
export function ModelField({ model, listed, onChange }: ModelFieldProps): ReactElement {
  // The id the box stands for: it is there no longer than that is the model, whoever chose another. An empty box
  // stands for the model there was before.
  const [typed, setTyped] = useState<{ readonly id: string; readonly before: string }>();
  const typing = typed?.id === model;
  const known = KNOWN_MODELS.includes(model) ? KNOWN_MODELS : [model, ...KNOWN_MODELS];
  const unlisted = <Options ids={known.filter((id) => !listed.some((one) => one.id === id))} />;
  const retiresOn = listed.find(({ id }) => id === model)?.retiresOn;
  return (
    <>
      <Field
        label={t('composer.model')}
        hint={retiresOn === undefined ? '' : t('composer.modelRetires', { day: retiresOn })}
      >
        {(control) => (
          <select
            {...control}
            value={typing ? OTHER : model}
            onChange={({ target: { value } }) => {
              setTyped(value === OTHER ? { id: model, before: model } : undefined);
              if (value !== OTHER) onChange(value);
            }}
          >
            <Options ids={listed.map(({ id }) => id)} />
            {listed.length > 0 ? <optgroup label={t('composer.unlisted')}>{unlisted}</optgroup> : unlisted}
            <option value={OTHER}>{t('composer.otherModel')}</option>
          </select>
        )}
      </Field>
      {typing && (
        <Field label={t('composer.modelId')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              defaultValue={model}
              onChange={({ target }) => {
                const id = target.value.trim() || typed.before;
                setTyped({ ...typed, id });
                onChange(id);
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
