import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import css from './options-page.module.css';
import type { ServerFieldsProps } from './server-fields';

interface ServerHeadersFieldProps extends ServerFieldsProps {
  /** Names of those that are saved; their values are never shown. */
  readonly saved: readonly string[];
}

/** Extra headers, one a line. */
export function ServerHeadersField(props: ServerHeadersFieldProps): ReactElement {
  const { values, problems, onChange, saved } = props;
  const names = saved.join(', ');
  return (
    <>
      <Field
        label={t('options.headers')}
        hint={saved.length > 0 ? t('options.headersSaved', { names }) : t('options.headersHint')}
        problem={problems.headers}
      >
        {(control) => (
          <textarea
            {...control}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder="X-Team: pictures"
            value={values.headers}
            onChange={({ target }) => onChange({ headers: target.value })}
          />
        )}
      </Field>
      {saved.length > 0 && (
        <label className={css['choice']}>
          <input
            type="checkbox"
            checked={values.removesHeaders}
            onChange={({ target }) => onChange({ removesHeaders: target.checked })}
          />
          {t('options.headersRemove')}
        </label>
      )}
    </>
  );
}
