import type { ReactElement } from 'react';
import type { Failure } from '@/utils/core/failure/failure';
import { TRASH_DAYS } from '@/utils/core/history/trash';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { failureWords } from '../words/failure-words';
import css from './history-page.module.css';

/** What stands where pictures will be, and how to get the first. */
export function EmptyHistory(): ReactElement {
  return (
    <div className={css['empty']}>
      <h2>{t('history.empty')}</h2>
      <p>{t('history.emptyHint')}</p>
    </div>
  );
}

/** No picture is what was looked for, and the way back to all of them. */
export function NothingFound({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <div className={css['empty']}>
      <h2>{t('history.nothingFound')}</h2>
      <p>{t('history.nothingFoundHint')}</p>
      <Button onClick={onClear}>{t('filter.clear')}</Button>
    </div>
  );
}

/** Nothing was deleted, or all of it is gone. */
export function EmptyTrash(): ReactElement {
  return (
    <div className={css['empty']}>
      <h2>{t('trash.nothing')}</h2>
      <p>{t('trash.nothingHint', { days: TRASH_DAYS })}</p>
    </div>
  );
}

interface UnreadableHistoryProps {
  readonly failure: Failure;
  readonly onReload: () => void;
}

/** The database does not open; what may help, and that nothing was lost by it. */
export function UnreadableHistory({ failure, onReload }: UnreadableHistoryProps): ReactElement {
  return (
    <div className={css['empty']} role="alert">
      <h2>{t('history.unreadable')}</h2>
      <p>{failureWords(failure)}</p>
      <p>{t('history.unreadableHint')}</p>
      <p>{failure.detail}</p>
      <Button onClick={onReload}>{t('history.reload')}</Button>
    </div>
  );
}
