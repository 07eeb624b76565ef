import { ArrowLeft } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import type { StorageUse } from '@/utils/core/history/storage-use';
import { t, tCount } from '@/utils/i18n/translate';
import { UnreadableHistory } from '../history/history-states';
import { useLive, useLiveValue, type Live } from '../hooks/live';
import { Button } from '../widgets/button';
import { FaultBoundary } from '../widgets/fault-boundary';
import { PageHeader } from '../widgets/page-header';
import { formatBytes } from '../words/format';
import { RetentionChoice } from './retention-choice';
import { StorageMeter } from './storage-meter';
import css from './storage-page.module.css';

/** What the storage page stands on, and what it asks of the world. */
export interface StoragePageProps {
  /** Added up only while somebody looks. */
  readonly watchStorageUse: () => Live<StorageUse>;
  /** Days of the rule that is set; `null` where none is. */
  readonly retention: Live<number | null>;
  /**
   * Sets the rule, or takes it away.
   * @returns how many pictures went to the trash at once
   */
  readonly setRetention: (days: number | null) => Promise<number>;
  readonly openOptions: () => void;
  readonly onLeave: () => void;
  readonly onOpenTrash: () => void;
  /** Shows the pictures with the largest first. */
  readonly onOpenLargest: () => void;
}

/** What takes up room, and the ways to have more of it. */
export function StoragePage(props: StoragePageProps): ReactElement {
  const { watchStorageUse } = props;
  const live = useMemo(() => watchStorageUse(), [watchStorageUse]);
  const snapshot = useLive(live);
  const retention = useLiveValue(props.retention);
  const use = snapshot.state === 'ready' ? snapshot.value : undefined;
  const { lang } = document.documentElement;

  return (
    <main className={css['page']}>
      <PageHeader look="large" title={t('storage.title')} onOpenOptions={props.openOptions}>
        <Button onClick={props.onLeave}>
          <ArrowLeft size={15} aria-hidden />
          {t('trash.back')}
        </Button>
      </PageHeader>
      {snapshot.state === 'failed' && <UnreadableHistory failure={snapshot.failure} onReload={live.reload} />}
      {snapshot.state === 'loading' && <p role="status">{t('storage.counting')}</p>}
      <FaultBoundary subject={use}>
        {use && (
          <section className={css['card']}>
            <StorageMeter use={use} />
            <div className={css['ways']}>
              {use.kept.count > 0 && <Button onClick={props.onOpenLargest}>{t('storage.largest')}</Button>}
              {use.trash.count > 0 && (
                <Button onClick={props.onOpenTrash}>
                  {t('storage.openTrash', {
                    pictures: tCount('history.count', use.trash.count),
                    size: formatBytes(use.trash.bytes, lang),
                  })}
                </Button>
              )}
            </div>
          </section>
        )}
      </FaultBoundary>
      {use && retention !== undefined && (
        <RetentionChoice days={retention} retired={use.retired} onChange={props.setRetention} />
      )}
    </main>
  );
}
