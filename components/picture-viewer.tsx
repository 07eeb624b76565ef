import { ChevronLeft, ChevronRight, Download, Pencil, Star, Trash2, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Failure } from '@/utils/core/failure';
import type { PictureEntry } from '@/utils/core/history';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import { failureWords } from './failure-words';
import { useShownPicture } from './hooks/use-shown-picture';
import { PictureDetails } from './picture-details';
import { PictureNotes, type NoteCallbacks } from './picture-notes';
import { usePictureSource } from './picture-source';
import css from './picture-viewer.module.css';

/** What a person can do with the picture in front of them. */
export interface ViewerCallbacks extends NoteCallbacks {
  readonly close: () => void;
  /** Absent at the ends of the history. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly remove: (entry: PictureEntry) => void;
  readonly download: (entry: PictureEntry) => void;
  readonly setFavorite: (entry: PictureEntry, favorite: boolean) => void;
  readonly reuse: (entry: PictureEntry) => void;
}

interface PictureViewerProps {
  /** `undefined` when the picture is no longer there, or cannot be read. */
  readonly entry: PictureEntry | undefined;
  /** Why it cannot be read. */
  readonly failure?: Failure | undefined;
  readonly on: ViewerCallbacks;
  /** A passing message; outside the dialog nobody could reach it. */
  readonly children?: ReactNode;
}

function Original({ entry: { picture, job } }: { readonly entry: PictureEntry }): ReactElement {
  const { original } = usePictureSource();
  const shown = useShownPicture(picture.id, original);
  return <img {...shown} alt={job.prompt} dir="auto" width={picture.width} height={picture.height} />;
}

function Actions({
  entry,
  on,
}: {
  readonly entry: PictureEntry;
  readonly on: ViewerCallbacks;
}): ReactElement {
  const { favorite } = entry.picture;
  return (
    <div className={css['actions']}>
      <Button onClick={() => on.download(entry)}>
        <Download size={16} aria-hidden />
        {t('history.download')}
      </Button>
      <Button aria-pressed={favorite} onClick={() => on.setFavorite(entry, !favorite)}>
        <Star size={16} fill={favorite ? 'currentColor' : 'none'} aria-hidden />
        {t('history.favorite')}
      </Button>
      <Button onClick={() => on.reuse(entry)}>
        <Pencil size={16} aria-hidden />
        {t('history.reuse')}
      </Button>
      <Button onClick={() => on.remove(entry)}>
        <Trash2 size={16} aria-hidden />
        {t('history.delete')}
      </Button>
    </div>
  );
}

/** One picture as large as the window allows, with everything known of it beside. */
export function PictureViewer({ entry, failure, on, children }: PictureViewerProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const turn = ({ key, repeat, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): void => {
    // There they belong to what is being written.
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    // With another key these are the browser's: Alt and an arrow go back.
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === 'ArrowLeft') on.previous?.();
    if (key === 'ArrowRight') on.next?.();
    if (key === 'Delete' && !repeat && entry) on.remove(entry);
  };
  const title = t('history.viewer');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog takes its keys wherever the focus is inside it
    <dialog ref={dialog} className={css['viewer']} aria-label={title} onClose={on.close} onKeyDown={turn}>
      <div className={css['stage']}>
        {entry ? (
          <Original key={entry.picture.id} entry={entry} />
        ) : (
          <p className={css['gone']}>{failure ? failureWords(failure) : t('history.gone')}</p>
        )}
        {on.previous && (
          <div className={css['previous']}>
            <Button icon aria-label={t('history.previous')} onClick={on.previous}>
              <ChevronLeft aria-hidden />
            </Button>
          </div>
        )}
        {on.next && (
          <div className={css['next']}>
            <Button icon aria-label={t('history.next')} onClick={on.next}>
              <ChevronRight aria-hidden />
            </Button>
          </div>
        )}
      </div>
      <aside className={css['side']}>
        <div className={css['top']}>
          <h2>{t('details.title')}</h2>
          <Button look="quiet" icon aria-label={t('history.close')} onClick={() => dialog.current?.close()}>
            <X size={18} aria-hidden />
          </Button>
        </div>
        {entry && (
          <>
            <Actions entry={entry} on={on} />
            <PictureNotes key={entry.picture.id} entry={entry} on={on} />
            <PictureDetails entry={entry} />
          </>
        )}
      </aside>
      {children}
    </dialog>
  );
}
