import { useState, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { RETENTION_DAYS, type StorageUse } from '@/utils/core/history/storage-use';
import { TRASH_DAYS } from '@/utils/core/history/trash';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Field } from '../widgets/field';
import { failureWords } from '../words/failure-words';
import { formatBytes } from '../words/format';
import css from './storage-page.module.css';

interface RetentionChoiceProps {
  /** The rule that is set; `null` where none is. */
  readonly days: number | null;
  /** What each rule would move to the trash now. */
  readonly retired: StorageUse['retired'];
  /** @returns how many pictures went to the trash at once */
  readonly onChange: (days: number | null) => Promise<number>;
}

/** What a rule would do now, before it is set. */
function effectWords(days: number | null, retired: StorageUse['retired']): string {
  if (days === null) return t('retention.never');
  const { count, bytes } = retired.get(days) ?? { count: 0, bytes: 0 };
  if (count === 0) return t('retention.nothingNow');
  return tCount('retention.now', count, { size: formatBytes(bytes, document.documentElement.lang) });
}

/** A rule that keeps the history from growing for ever, off until a person sets it. */
export function RetentionChoice({ days, retired, onChange }: RetentionChoiceProps): ReactElement {
  // As it is set, until another one is chosen.
  const [other, setOther] = useState<number | null>();
  const chosen = other === undefined ? days : other;
  const [told, setTold] = useState('');
  const set = (): void => {
    onChange(chosen)
      .then((count) => (chosen === null ? t('retention.never') : tCount('retention.moved', count)))
      .catch((thrown: unknown) => failureWords(failureOf(thrown)))
      .then(setTold, () => undefined);
  };
  return (
    <section className={css['card']}>
      <h2>{t('retention.title')}</h2>
      <Field label={t('retention.label')} hint={t('retention.hint', { days: TRASH_DAYS })}>
        {(control) => (
          <select
            {...control}
            value={chosen ?? ''}
            onChange={({ target: { value } }) => {
              setTold('');
              setOther(RETENTION_DAYS.find((one) => String(one) === value) ?? null);
            }}
          >
            <option value="">{t('retention.off')}</option>
            {RETENTION_DAYS.map((one) => (
              <option key={one} value={one}>
                {t('retention.after', { days: one })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={css['ways']}>
        <span role="status" className={css['more']}>
          {told || effectWords(chosen, retired)}
        </span>
        {chosen !== days && (
          <Button look="primary" onClick={set}>
            {t(chosen === null ? 'retention.turnOff' : 'retention.turnOn')}
          </Button>
        )}
      </div>
    </section>
  );
}
