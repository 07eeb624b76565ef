import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import css from './workbench.module.css';

/** Says that a prompt that was being written made room for another one, and brings it back. */
export function ReplacedNotice({ onUndo }: { readonly onUndo: () => void }): ReactElement {
  return (
    <div className={css['setup']}>
      <p>{t('composer.replaced')}</p>
      <Button small onClick={onUndo}>
        {t('composer.undoReplaced')}
      </Button>
    </div>
  );
}
