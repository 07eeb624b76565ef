import { useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';

interface CountFieldProps {
  readonly value: number;
  readonly maximum: number;
  readonly onChange: (value: number) => void;
}

/** How many pictures; the box may stand empty while a person types, and shows what counts when they leave it. */
export function CountField({ value, maximum, onChange }: CountFieldProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  const change = (text: string): void => {
    setTyped(text);
    const number = Math.trunc(Number(text));
    if (number >= 1) onChange(Math.min(number, maximum));
  };
  return (
    <Field label={t('composer.images')}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={1}
          max={maximum}
          value={typed ?? value}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  );
}
