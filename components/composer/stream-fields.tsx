import type { ReactElement } from 'react';
import { MAXIMUM_PREVIEWS, withParameter } from '@/utils/core/model/generation-parameters';
import { familyOf } from '@/utils/core/model/models';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import type { ParametersProps } from './choice-field';
import css from './parameter-fields.module.css';

/** Previews a person gets who asks for the stream and does not say how many. */
const USUAL_PREVIEWS = 2;

const COUNTS = Array.from({ length: MAXIMUM_PREVIEWS + 1 }, (_, count) => count);

/** Whether the picture is shown while it is drawn, and how often; absent where the model cannot. */
export function StreamFields({ parameters, onChange }: ParametersProps): ReactElement | null {
  if (!familyOf(parameters.model).streams) return null;
  const { stream = false, partial_images: previews = 0 } = parameters;
  const turn = (on: boolean): void => {
    const streamed = withParameter(parameters, 'stream', on ? true : undefined);
    onChange(withParameter(streamed, 'partial_images', on ? USUAL_PREVIEWS : undefined));
  };
  return (
    <>
      <label className={css['check']}>
        <input type="checkbox" checked={stream} onChange={({ target }) => turn(target.checked)} />
        {t('composer.stream')}
      </label>
      {stream && (
        <Field label={t('composer.previews')} hint={t('composer.previewsHint')}>
          {(control) => (
            <select
              {...control}
              value={previews}
              onChange={({ target }) =>
                onChange(withParameter(parameters, 'partial_images', Number(target.value)))
              }
            >
              {COUNTS.map((count) => (
                <option key={count}>{count}</option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
