import type { ReactElement } from 'react';
import { takesCompression, withParameter } from '@/utils/core/model/generation-parameters';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import type { ParametersProps } from './choice-field';

/** How much a JPEG or WebP may lose; absent for formats that lose nothing. */
export function CompressionField({ parameters, onChange }: ParametersProps): ReactElement | null {
  if (!takesCompression(parameters)) return null;
  return (
    <Field label={t('composer.compression')} hint={t('composer.compressionHint')}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={0}
          max={100}
          placeholder="100"
          value={parameters.output_compression ?? ''}
          onChange={({ target: { value } }) =>
            onChange(
              withParameter(parameters, 'output_compression', value === '' ? undefined : Number(value)),
            )
          }
        />
      )}
    </Field>
  );
}
