import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Failure } from '@/utils/core/failure/failure';
import type { PictureEntry } from '@/utils/core/history/history';
import { fitInto, type Size } from '@/utils/core/history/zoom';
import { promptTitle } from '@/utils/core/text/prompt';
import { t } from '@/utils/i18n/translate';
import { WindowDialog } from '../widgets/window-dialog';
import { failureWords } from '../words/failure-words';
import { useFrameSize } from '../zoom/use-frame-size';
import { useZoom } from '../zoom/use-zoom';
import { zoomActions } from '../zoom/zoom-actions';
import { PictureDetails } from './picture-details';
import { PictureNotes, type NoteCallbacks } from './picture-notes';
import { PictureStage } from './picture-stage';
import css from './picture-viewer.module.css';
import { leaveFullScreen, useFullScreen } from './use-full-screen';
import { versionActions } from './version-actions';
import { VersionStrip } from './version-strip';
import { ViewerActions, type EntryActions } from './viewer-actions';
import { VIEWER_KEYS, type ViewerAction } from './viewer-keys';

/** What a person can do with the picture in front of them. */
export interface ViewerCallbacks extends NoteCallbacks, EntryActions {
  readonly close: () => void;
  /** Absent at the ends of the history. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly go: (id: string) => void;
  /** Sets another picture beside this one. */
  readonly compareWith: (id: string) => void;
}

interface PictureViewerProps {
  /** `undefined` when the picture is no longer there, or cannot be read. */
  readonly entry: PictureEntry | undefined;
  /** All versions of it, itself included, newest first. */
  readonly versions: readonly string[];
  /** Why it cannot be read. */
  readonly failure?: Failure | undefined;
  readonly on: ViewerCallbacks;
  /** A passing message; outside the dialog nobody could reach it. */
  readonly children?: ReactNode;
}

/** Enough of a prompt to know the picture. */
const TITLE_LENGTH = 80;

/**
 * What is kept free round a picture for the buttons, in CSS pixels; none where it fills the screen. In a narrow window the
 * buttons to the next picture lie over its edges.
 */
const MARGIN = { x: 60, y: 50 };
const NARROW_MARGIN = { x: 0, y: 50 };
const NO_MARGIN = { x: 0, y: 0 };

const NARROW = 600;

function marginIn({ width }: Size, isFullScreen: boolean): typeof MARGIN {
  if (isFullScreen) return NO_MARGIN;
  return width < NARROW ? NARROW_MARGIN : MARGIN;
}

/** One picture as large as the window allows, with everything known of it beside. */
export function PictureViewer({ entry, versions, failure, on, children }: PictureViewerProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [showsDetails, setShowsDetails] = useState(true);
  const [isFullScreen, toggleFullScreen] = useFullScreen(stage);
  const [zoom, setZoom] = useZoom(entry?.picture.id);
  const size = useFrameSize(element);
  const frame = size && entry && fitInto(size, entry.picture, marginIn(size, isFullScreen));

  useEffect(() => setElement(stage.current), []);

  // Keys are heard where the focus is: it may have been on something that is gone, or is hidden by the full screen.
  useEffect(() => {
    const { activeElement } = document;
    const isHidden = isFullScreen && stage.current?.contains(activeElement) === false;
    if (activeElement === document.body || isHidden) stage.current?.focus();
  });

  const actions: Partial<Record<ViewerAction, () => void>> = {
    ...(on.previous && { left: on.previous }),
    ...(on.next && { right: on.next }),
    ...versionActions(versions, entry?.picture.id, on.go),
    ...(frame && zoomActions(zoom, (change) => setZoom((now) => change(now, frame)))),
    ...(entry && {
      fullScreen: toggleFullScreen,
      details: () => setShowsDetails(!showsDetails),
      favorite: () => on.setFavorite(entry, !entry.picture.favorite),
      download: () => on.download(entry),
      copyPrompt: () => on.copyPrompt(entry),
      remove: () => on.remove(entry),
    }),
  };
  const press = (event: KeyboardEvent): void => {
    // One Escape leaves one thing.
    if (event.key === 'Escape' && leaveFullScreen()) event.preventDefault();
  };

  return (
    <WindowDialog
      dialog={dialog}
      label={t('history.viewer')}
      className={css['viewer']}
      keys={VIEWER_KEYS}
      actions={actions}
      data-details={entry && showsDetails ? '' : undefined}
      onKeyDown={press}
      onClose={on.close}
    >
      {/* Turning pages moves no focus, and would be silent. */}
      <p className={css['announcement']} aria-live="polite" dir="auto">
        {entry && promptTitle(entry.job.prompt, TITLE_LENGTH)}
      </p>
      <div className={css['main']}>
        <PictureStage
          ref={stage}
          element={element}
          entry={entry}
          zoom={zoom}
          frame={frame}
          onZoom={setZoom}
          showsDetails={showsDetails}
          isFullScreen={isFullScreen}
          previous={on.previous}
          next={on.next}
          close={() => dialog.current?.close()}
          act={(action) => actions[action]?.()}
        >
          {failure ? failureWords(failure) : t('history.gone')}
        </PictureStage>
        {entry && versions.length > 1 && (
          <VersionStrip
            versions={versions}
            current={entry.picture.id}
            onGo={on.go}
            onCompare={on.compareWith}
          />
        )}
      </div>
      {entry && showsDetails && (
        <aside className={css['side']}>
          <h2>{t('details.title')}</h2>
          <ViewerActions entry={entry} on={on} />
          <PictureNotes key={entry.picture.id} entry={entry} on={on} />
          <PictureDetails entry={entry} />
        </aside>
      )}
      {children}
    </WindowDialog>
  );
}
