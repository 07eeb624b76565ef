import { useId, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { daysLeft } from '@/utils/core/history/trash';
import { excerpt } from '@/utils/core/text/excerpt';
import { t, tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { FaultBoundary } from '../widgets/fault-boundary';
import { Thumbnail } from '../widgets/thumbnail';
import css from './trash-page.module.css';
import { TrashViewer } from './trash-viewer';

function leaveWords(deletedAt: number, now: number): string {
  const days = daysLeft(deletedAt, now);
  return days === 0 ? t('trash.goesSoon') : tCount('trash.goesIn', days);
}

interface TrashItemProps {
  readonly entry: PictureEntry;
  readonly now: number;
  readonly onLook: (entry: PictureEntry) => void;
  readonly onRestore: (entry: PictureEntry) => void;
}

/** One deleted picture, and the way back for it. */
function TrashItem({ entry, now, onLook, onRestore }: TrashItemProps): ReactElement {
  const { picture, job } = entry;
  const captionId = useId();
  return (
    <li className={css['item']} data-image-id={picture.id}>
      <button type="button" className={css['frame']} onClick={() => onLook(entry)}>
        <Thumbnail pictureId={picture.id} alt={excerpt(job.prompt)} picture={picture} />
      </button>
      <span id={captionId} className={css['caption']} dir="auto" aria-hidden>
        {excerpt(job.prompt)}
      </span>
      <span className={css['leaves']}>{leaveWords(picture.deletedAt ?? now, now)}</span>
      <Button small data-restore="" aria-describedby={captionId} onClick={() => onRestore(entry)}>
        {t('trash.restore')}
      </Button>
    </li>
  );
}

interface TrashListProps {
  readonly entries: readonly PictureEntry[];
  readonly now: number;
  readonly onRestore: (entry: PictureEntry) => void;
}

/** Deleted pictures, the one deleted last first. */
export function TrashList({ entries, now, onRestore }: TrashListProps): ReactElement {
  const [lookedAt, setLookedAt] = useState<PictureEntry>();
  const list = useRef<HTMLUListElement>(null);
  const leaving = useRef<{ readonly id: string; readonly at: number }>(undefined);

  // A picture that leaves takes the focus with it: whoever restores several by keyboard goes on at its neighbour.
  useLayoutEffect(() => {
    const left = leaving.current;
    if (!left || entries.some(({ picture }) => picture.id === left.id)) return;
    leaving.current = undefined;
    if (document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>('button[data-restore]');
    buttons?.[Math.min(left.at, buttons.length - 1)]?.focus();
  }, [entries]);

  const restore = (entry: PictureEntry): void => {
    leaving.current = { id: entry.picture.id, at: entries.indexOf(entry) };
    onRestore(entry);
  };

  return (
    <>
      {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul ref={list} role="list" className={css['list']} aria-label={t('trash.list')}>
        {entries.map((entry) => (
          <FaultBoundary
            key={entry.picture.id}
            subject={entry}
            renderNotice={(notice) => <li className={css['item']}>{notice}</li>}
          >
            <TrashItem entry={entry} now={now} onLook={setLookedAt} onRestore={restore} />
          </FaultBoundary>
        ))}
      </ul>
      {lookedAt && (
        <TrashViewer entry={lookedAt} onRestore={restore} onClose={() => setLookedAt(undefined)} />
      )}
    </>
  );
}
