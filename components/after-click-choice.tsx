import type { ReactElement } from 'react';
import type { AfterMenuClick } from '@/utils/core/settings';
import { t } from '@/utils/i18n/translate';
import css from './options-page.module.css';

interface AfterClickChoiceProps {
  readonly value: AfterMenuClick;
  readonly onChange: (value: AfterMenuClick) => void;
}

const WORDS = { draw: 'options.afterClickDraw', edit: 'options.afterClickEdit' } as const;

/** What a click on the menu entry does. */
export function AfterClickChoice({ value, onChange }: AfterClickChoiceProps): ReactElement {
  return (
    <fieldset className={css['card']}>
      <legend>{t('options.afterClick')}</legend>
      {(['draw', 'edit'] as const).map((choice) => (
        <label key={choice} className={css['choice']}>
          <input
            type="radio"
            name="after-menu-click"
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          {t(WORDS[choice])}
        </label>
      ))}
    </fieldset>
  );
}
