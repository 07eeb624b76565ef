import { ArchiveRestore, X } from 'lucide-react';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { fitInto, isZoomed, percentOf } from '@/utils/core/history/zoom';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { WindowDialog } from '../widgets/window-dialog';
import { useFrameSize } from '../zoom/use-frame-size';
import { useZoom } from '../zoom/use-zoom';
import { useZoomGestures, type ChangeZoom } from '../zoom/use-zoom-gestures';
import { zoomActions } from '../zoom/zoom-actions';
import { ZoomBar } from '../zoom/zoom-bar';
import { ZOOM_KEYS } from '../zoom/zoom-keys';
import { ZoomedPicture } from '../zoom/zoomed-picture';
import css from './trash-viewer.module.css';

interface TrashViewerProps {
  readonly entry: PictureEntry;
  readonly onRestore: (entry: PictureEntry) => void;
  readonly onClose: () => void;
}

const MARGIN = { x: 12, y: 12 };

/** A deleted picture, large: to see whether it is the one to bring back. Nothing else can be done with it. */
export function TrashViewer({ entry, onRestore, onClose }: TrashViewerProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const [zoom, setZoom] = useZoom(entry.picture.id);
  const size = useFrameSize(stage);
  const frame = size && fitInto(size, entry.picture, MARGIN);
  const change = useCallback<ChangeZoom>(
    (work) => {
      if (size) setZoom((now) => work(now, fitInto(size, entry.picture, MARGIN)));
    },
    [size, setZoom, entry.picture],
  );
  useZoomGestures(stage, change);

  const restore = (): void => {
    // The focus goes back to the list, which gives it to a neighbour.
    dialog.current?.close();
    onRestore(entry);
  };
  const actions = zoomActions(zoom, change);
  return (
    <WindowDialog
      dialog={dialog}
      label={t('trash.viewer')}
      className={css['viewer']}
      keys={ZOOM_KEYS}
      actions={actions}
      onClose={onClose}
    >
      <header className={css['bar']}>
        <p className={css['prompt']} dir="auto">
          {entry.job.prompt}
        </p>
        <ZoomBar
          percent={frame && percentOf(zoom, frame)}
          isZoomed={isZoomed(zoom)}
          act={(action) => action !== 'fullScreen' && actions[action]?.()}
        />
        <Button look="primary" onClick={restore}>
          <ArchiveRestore size={16} aria-hidden />
          {t('trash.restore')}
        </Button>
        <IconButton name={t('history.close')} icon={X} framed onClick={() => dialog.current?.close()} />
      </header>
      <div ref={setStage} className={css['stage']} data-zoomed={isZoomed(zoom) ? '' : undefined}>
        <ZoomedPicture entry={entry} zoom={zoom} frame={frame} />
      </div>
    </WindowDialog>
  );
}
