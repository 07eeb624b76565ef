import { useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import css from './options-page.module.css';

interface NotificationsChoiceProps {
  readonly value: boolean;
  /** Answers whether it is kept: the browser may refuse. */
  readonly onChange: (wanted: boolean) => Promise<boolean>;
}

/** Whether the system tells when a job ends. The choice shows at once, and goes back if it could not be kept. */
export function NotificationsChoice({ value, onChange }: NotificationsChoiceProps): ReactElement {
  const [chosen, setChosen] = useState(value);
  const [refused, setRefused] = useState(false);
  const choose = async (wanted: boolean): Promise<void> => {
    setChosen(wanted);
    const kept = await onChange(wanted).catch(() => false);
    setRefused(!kept);
    if (!kept) setChosen(!wanted);
  };
  return (
    <fieldset className={css['card']}>
      <legend>{t('options.notifications')}</legend>
      <label className={css['choice']}>
        <input type="checkbox" checked={chosen} onChange={({ target }) => void choose(target.checked)} />
        {t('options.notificationsChoice')}
      </label>
      {refused && <p role="alert">{t('options.notificationsRefused')}</p>}
    </fieldset>
  );
}
