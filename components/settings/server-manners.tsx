import type { ReactElement } from 'react';
import { CONCURRENCY_BOUNDS, TIMEOUT_BOUNDS, type Provider } from '@/utils/core/server/provider';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import css from './options-page.module.css';
import type { ServerFieldsProps } from './server-fields';

const BASE64_WORDS = {
  auto: 'options.base64Auto',
  always: 'options.base64Always',
  never: 'options.base64Never',
} as const;

const BASE64_CHOICES = ['auto', 'always', 'never'] as const satisfies readonly Provider['base64'][];

interface NumberBoxProps {
  readonly label: string;
  readonly value: string;
  readonly bounds: { readonly least: number; readonly most: number };
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

function NumberBox({ label, value, bounds, problem, onChange }: NumberBoxProps): ReactElement {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={bounds.least}
          max={bounds.most}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** How a server wants to be asked; the usual manners do for most. */
export function ServerManners({ values, problems, onChange }: ServerFieldsProps): ReactElement {
  return (
    <>
      <Field label={t('options.base64')} hint={t('options.base64Hint')}>
        {(control) => (
          <select
            {...control}
            value={values.base64}
            onChange={({ target }) => {
              const base64 = BASE64_CHOICES.find((choice) => choice === target.value);
              if (base64) onChange({ base64 });
            }}
          >
            {BASE64_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(BASE64_WORDS[choice])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className={css['choice']}>
        <input
          type="checkbox"
          checked={values.onePicturePerRequest}
          onChange={({ target }) => onChange({ onePicturePerRequest: target.checked })}
        />
        {t('options.onePicture')}
      </label>
      <div className={css['pair']}>
        <NumberBox
          label={t('options.concurrency')}
          value={values.concurrency}
          bounds={CONCURRENCY_BOUNDS}
          problem={problems.concurrency}
          onChange={(concurrency) => onChange({ concurrency })}
        />
        <NumberBox
          label={t('options.timeout')}
          value={values.timeoutSeconds}
          bounds={TIMEOUT_BOUNDS}
          problem={problems.timeoutSeconds}
          onChange={(timeoutSeconds) => onChange({ timeoutSeconds })}
        />
      </div>
      <Field label={t('options.extraBody')} hint={t('options.extraBodyHint')} problem={problems.extraBody}>
        {(control) => (
          <textarea
            {...control}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={'{ "seed": 7 }'}
            value={values.extraBody}
            onChange={({ target }) => onChange({ extraBody: target.value })}
          />
        )}
      </Field>
    </>
  );
}
