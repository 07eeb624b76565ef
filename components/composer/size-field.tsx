import { useState, type ReactElement } from 'react';
import { freeSizeProblem, normaliseSize } from '@/utils/core/model/free-size';
import { choicesFor, withParameter } from '@/utils/core/model/generation-parameters';
import { familyOf } from '@/utils/core/model/models';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import { choiceWords } from '../words/choice-words';
import type { ParametersProps } from './choice-field';

/** Stands in the list for a size that is to be typed. */
const OTHER = 'other';

interface TypedSizeProps {
  readonly text: string;
  /** Whether bounds are known that the server will probably keep to. */
  readonly bounded: boolean;
  /** @param size the size the text stands for; empty where it stands for none */
  readonly onChange: (text: string, size: string) => void;
}

/** A size that is not in the list. One beyond the usual bounds is warned of, and sent: the server has the last word. */
function TypedSize({ text, bounded, onChange }: TypedSizeProps): ReactElement {
  const normal = normaliseSize(text);
  const problem = freeSizeProblem(normal);
  const warning = bounded && problem !== undefined && problem !== 'form';
  return (
    <Field
      label={t('size.typed')}
      hint={warning ? t(`size.${problem}`) : ''}
      problem={bounded && problem === 'form' && normal !== '' ? t('size.form') : undefined}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          dir="ltr"
          placeholder="1920x1088"
          value={text}
          onChange={({ target: { value } }) => {
            const next = normaliseSize(value);
            onChange(value, bounded && freeSizeProblem(next) === 'form' ? '' : next);
          }}
        />
      )}
    </Field>
  );
}

/** The size: one of those the model lists, or any other where it takes such. */
export function SizeField({ parameters, onChange }: ParametersProps): ReactElement | null {
  const { model, size = '' } = parameters;
  const choices = choicesFor(model, 'size');
  const { takesFreeSizes, name } = familyOf(model);
  const unlisted = size !== '' && !choices.includes(size);
  // What is typed, and the size it stands for: the box is there no longer than that is the size, whoever chose another.
  const [typed, setTyped] = useState<{ readonly text: string; readonly size: string }>();
  if (choices.length === 0) return null;
  const typing = typed?.size === size;
  const free = takesFreeSizes && (typing || unlisted);
  const change = (value: string): void => onChange(withParameter(parameters, 'size', value));
  const type = (text: string, value: string): void => {
    setTyped({ text, size: value });
    change(value);
  };
  return (
    <>
      <Field label={t('composer.size')}>
        {(control) => (
          <select
            {...control}
            value={free ? OTHER : size}
            onChange={({ target: { value } }) => {
              if (value === OTHER) return type('', '');
              setTyped(undefined);
              change(value);
            }}
          >
            <option value="">{t('composer.serverDecides')}</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choiceWords(choice)}
              </option>
            ))}
            {takesFreeSizes && <option value={OTHER}>{t('size.other')}</option>}
          </select>
        )}
      </Field>
      {free && <TypedSize text={typing ? typed.text : size} bounded={name !== 'unknown'} onChange={type} />}
    </>
  );
}
