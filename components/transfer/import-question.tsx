import { useId, useState, type ReactElement } from 'react';
import { CONFLICT_CHOICES, type ConflictChoice } from '@/utils/core/archive/import-plan';
import { t, tCount, type MessageKey } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import type { FoundCounts } from './transfer-port';
import { countWords } from './transfer-words';
import css from './transfer.module.css';

const HINTS: Readonly<Record<ConflictChoice, MessageKey>> = {
  skip: 'transfer.skipHint',
  replace: 'transfer.replaceHint',
  keepBoth: 'transfer.keepBothHint',
};

const NAMES: Readonly<Record<ConflictChoice, MessageKey>> = {
  skip: 'transfer.skip',
  replace: 'transfer.replace',
  keepBoth: 'transfer.keepBoth',
};

/** What the button does, by the choice; `undefined` where there is nothing to do. */
function actionWords({ fresh, here, jobsAlone }: FoundCounts, choice: ConflictChoice): string | undefined {
  const added = choice === 'keepBoth' ? fresh + here : fresh;
  if (added > 0) return tCount('transfer.import', added);
  if (choice === 'replace' && here > 0) return tCount('transfer.replaceCount', here);
  return jobsAlone > 0 ? tCount('transfer.importJobs', jobsAlone) : undefined;
}

interface ImportQuestionProps {
  readonly name: string;
  readonly counts: FoundCounts;
  readonly onImport: (choice: ConflictChoice) => void;
  readonly onBack: () => void;
}

/** What a checked archive would bring, and what shall become of pictures that are here already. */
export function ImportQuestion({ name, counts, onImport, onBack }: ImportQuestionProps): ReactElement {
  const [choice, setChoice] = useState<ConflictChoice>('skip');
  const group = useId();
  const [found, ...details] = countWords(counts);
  const action = actionWords(counts, choice);
  return (
    <>
      <h3 className={css['file']} dir="auto">
        {name}
      </h3>
      <p>{found}</p>
      {details.length > 0 && (
        <ul className={css['details']}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {counts.here > 0 && (
        <fieldset className={css['choices']}>
          <legend>{t('transfer.choice')}</legend>
          {CONFLICT_CHOICES.map((one) => (
            <div key={one} className={css['choice']}>
              <input
                type="radio"
                id={`${group}-${one}`}
                name={group}
                checked={choice === one}
                aria-describedby={`${group}-${one}-hint`}
                onChange={() => setChoice(one)}
              />
              <label htmlFor={`${group}-${one}`}>{t(NAMES[one])}</label>
              <span id={`${group}-${one}-hint`} className={css['soft']}>
                {t(HINTS[one])}
              </span>
            </div>
          ))}
        </fieldset>
      )}
      <p className={css['soft']}>{t('transfer.noSpending')}</p>
      {action === undefined && <p>{t('transfer.nothingNew')}</p>}
      <div className={css['buttons']}>
        {action !== undefined && (
          <Button look="primary" onClick={() => onImport(choice)}>
            {action}
          </Button>
        )}
        <Button onClick={onBack}>{t('transfer.back')}</Button>
      </div>
    </>
  );
}
