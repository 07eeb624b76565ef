import { useState, type ReactElement } from 'react';
import type { AfterMenuClick } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import css from './options-page.module.css';

interface AfterClickChoiceProps {
  readonly value: AfterMenuClick;
  /** Settles when the choice is kept. */
  readonly onChange: (value: AfterMenuClick) => Promise<unknown>;
}

const WORDS = { draw: 'options.afterClickDraw', edit: 'options.afterClickEdit' } as const;

/** What a click on the menu entry does. The choice shows at once, and goes back if it could not be kept. */
export function AfterClickChoice({ value, onChange }: AfterClickChoiceProps): ReactElement {
  const [chosen, setChosen] = useState(value);
  const choose = (choice: AfterMenuClick): void => {
    setChosen(choice);
    onChange(choice).catch(() => setChosen(value));
  };
  return (
    <fieldset className={css['card']}>
      <legend>{t('options.afterClick')}</legend>
      {(['draw', 'edit'] as const).map((choice) => (
        <label key={choice} className={css['choice']}>
          <input
            type="radio"
            name="after-menu-click"
            checked={chosen === choice}
            onChange={() => choose(choice)}
          />
          {t(WORDS[choice])}
        </label>
      ))}
    </fieldset>
  );
}
