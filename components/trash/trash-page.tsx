import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import type { PictureEntry } from '@/utils/core/history/history';
import { TRASH_DAYS, type Trash } from '@/utils/core/history/trash';
import { t, tCount } from '@/utils/i18n/translate';
import { EmptyTrash, UnreadableHistory } from '../history/history-states';
import { useLive, type Live } from '../hooks/live';
import { useNow } from '../hooks/use-now';
import { Button } from '../widgets/button';
import { ConfirmButton } from '../widgets/confirm-button';
import { PageHeader } from '../widgets/page-header';
import { failureWords } from '../words/failure-words';
import { formatBytes } from '../words/format';
import { TrashList } from './trash-list';
import css from './trash-page.module.css';

/** What the trash stands on, and what it asks of the world. */
export interface TrashPageProps {
  /** Read only while somebody looks. */
  readonly watchTrash: () => Live<Trash>;
  readonly restore: (entry: PictureEntry) => Promise<unknown>;
  /**
   * Removes for good what was deleted until then.
   * @returns how many pictures these were
   */
  readonly emptyTrash: (deletedUntil: number) => Promise<number>;
  readonly openOptions: () => void;
  readonly onLeave: () => void;
}

/** Pictures that were deleted, until they go for good: to bring them back, or to let them go now. */
export function TrashPage(props: TrashPageProps): ReactElement {
  const { watchTrash, restore, emptyTrash } = props;
  const live = useMemo(() => watchTrash(), [watchTrash]);
  const snapshot = useLive(live);
  const trash = snapshot.state === 'ready' ? snapshot.value : undefined;
  const isEmpty = trash?.count === 0;
  const now = useNow(false);
  const [told, setTold] = useState('');
  const back = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // The history may have been left far down.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);

  // What was clicked to come here, or to empty the trash, is gone with its focus.
  useEffect(() => {
    if (isEmpty !== undefined && document.activeElement === document.body) back.current?.focus();
  }, [isEmpty]);

  const tell = useCallback((work: Promise<string>): void => {
    work.catch((thrown: unknown) => failureWords(failureOf(thrown))).then(setTold, () => undefined);
  }, []);
  const bringBack = useCallback(
    (entry: PictureEntry) => tell(restore(entry).then(() => t('trash.restored'))),
    [restore, tell],
  );
  const emptyNow = ({ deletedUntil }: Trash): void =>
    tell(emptyTrash(deletedUntil).then((removed) => tCount('trash.emptied', removed)));

  return (
    <main className={css['page']}>
      <div className={css['bar']}>
        <PageHeader look="large" title={t('trash.title')} onOpenOptions={props.openOptions}>
          <Button ref={back} onClick={props.onLeave}>
            <ArrowLeft size={15} aria-hidden />
            {t('trash.back')}
          </Button>
        </PageHeader>
        <p role="status" className={css['told']}>
          {told}
        </p>
      </div>
      {trash && !isEmpty && (
        <div className={css['about']}>
          <p>{t('trash.hint', { days: TRASH_DAYS })}</p>
          <span className={css['holds']}>
            {t('trash.holds', {
              pictures: tCount('history.count', trash.count),
              size: formatBytes(trash.bytes, document.documentElement.lang),
            })}
          </span>
          <ConfirmButton
            label={t('trash.empty')}
            sureLabel={tCount('trash.emptySure', trash.count)}
            onConfirm={() => emptyNow(trash)}
          />
        </div>
      )}
      {snapshot.state === 'failed' && <UnreadableHistory failure={snapshot.failure} onReload={live.reload} />}
      {isEmpty && <EmptyTrash />}
      {trash && trash.entries.length > 0 && (
        <TrashList entries={trash.entries} now={now} onRestore={bringBack} />
      )}
      {trash && trash.entries.length < trash.count && (
        <p className={css['holds']}>{t('trash.newestOnly', { shown: trash.entries.length })}</p>
      )}
    </main>
  );
}
