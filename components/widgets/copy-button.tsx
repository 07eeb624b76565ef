import { useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import css from './copy-button.module.css';

interface CopyButtonProps {
  readonly label: string;
  readonly look?: 'primary';
  readonly small?: boolean;
  /** Settles when it is copied. */
  readonly onCopy: () => Promise<unknown>;
}

/** Copies something, and says whether it did. */
export function CopyButton({ label, onCopy, ...look }: CopyButtonProps): ReactElement {
  const [told, setTold] = useState('');
  const copy = (): void => {
    // Said anew each time, as a screen reader tells only what changes.
    setTold('');
    onCopy().then(
      () => setTold(t('facts.copied')),
      () => setTold(t('diagnostics.notCopied')),
    );
  };
  return (
    <span className={css['copy']}>
      <Button {...look} onClick={copy}>
        {label}
      </Button>
      <span role="status">{told}</span>
    </span>
  );
}
