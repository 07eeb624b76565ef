import { ChevronLeft, ChevronRight, Info, X } from 'lucide-react';
import { useCallback, type ReactElement, type ReactNode, type Ref } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { isZoomed, percentOf, type Zoom, type ZoomFrame } from '@/utils/core/history/zoom';
import { t } from '@/utils/i18n/translate';
import { IconButton } from '../widgets/icon-button';
import { useZoomGestures } from '../zoom/use-zoom-gestures';
import { ZoomBar } from '../zoom/zoom-bar';
import { ZoomedPicture } from '../zoom/zoomed-picture';
import css from './picture-stage.module.css';
import type { ViewerAction } from './viewer-keys';

interface PictureStageProps {
  readonly ref: Ref<HTMLDivElement>;
  /** The same element, once it is there. */
  readonly element: HTMLDivElement | null;
  readonly entry: PictureEntry | undefined;
  readonly zoom: Zoom;
  readonly frame: ZoomFrame | undefined;
  readonly onZoom: (change: (zoom: Zoom) => Zoom) => void;
  readonly showsDetails: boolean;
  readonly isFullScreen: boolean;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly close: () => void;
  readonly act: (action: ViewerAction) => void;
  /** What is said where there is no picture. */
  readonly children: ReactNode;
}

/** A picture as large as there is room, to look at closely, with the ways to its neighbours. */
export function PictureStage(props: PictureStageProps): ReactElement {
  const { ref, element, entry, zoom, frame, onZoom, previous, next, act } = props;
  const change = useCallback(
    (work: (now: Zoom, seen: ZoomFrame) => Zoom) => {
      if (frame) onZoom((now) => work(now, frame));
    },
    [frame, onZoom],
  );
  useZoomGestures(element, change);
  return (
    <div ref={ref} className={css['stage']} data-zoomed={isZoomed(zoom) ? '' : undefined} tabIndex={-1}>
      {entry ? (
        <ZoomedPicture key={entry.picture.id} entry={entry} zoom={zoom} frame={frame} />
      ) : (
        <p className={css['gone']}>{props.children}</p>
      )}
      {previous && (
        <div className={css['previous']}>
          <IconButton name={t('history.previous')} icon={ChevronLeft} size={24} framed onClick={previous} />
        </div>
      )}
      {next && (
        <div className={css['next']}>
          <IconButton name={t('history.next')} icon={ChevronRight} size={24} framed onClick={next} />
        </div>
      )}
      {entry && (
        <div className={css['zoom']}>
          <ZoomBar
            percent={frame && percentOf(zoom, frame)}
            isZoomed={isZoomed(zoom)}
            isFullScreen={props.isFullScreen}
            act={act}
          />
        </div>
      )}
      <div className={css['corner']}>
        {entry && !props.isFullScreen && (
          <IconButton
            name={t('details.title')}
            icon={Info}
            framed
            aria-pressed={props.showsDetails}
            aria-keyshortcuts="I"
            onClick={() => act('details')}
          />
        )}
        <IconButton name={t('history.close')} icon={X} framed onClick={props.close} />
      </div>
    </div>
  );
}
