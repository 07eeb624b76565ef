import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { failureWords } from '../words/failure-words';
import css from './options-page.module.css';

interface ServerRemovalProps {
  readonly name: string;
  /** Settles when the server is gone. */
  readonly onRemove: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before a server is removed, as its key cannot be brought back. */
export function ServerRemoval({ name, onRemove, onClose }: ServerRemovalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string>();
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const remove = (): void => {
    onRemove().then(onClose, (thrown: unknown) => setProblem(failureWords(failureOf(thrown))));
  };
  return (
    <dialog ref={dialog} className={css['question']} aria-labelledby={titleId} onClose={onClose}>
      <div className={css['card']}>
        <h2 id={titleId}>{t('options.removeTitle', { name })}</h2>
        <p>{t('options.removeText')}</p>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div className={css['buttons']}>
          <Button onClick={() => dialog.current?.close()}>{t('options.removeKeep')}</Button>
          <Button look="primary" onClick={remove}>
            {t('options.removeConfirm')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
