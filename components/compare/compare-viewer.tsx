import { ArrowLeftRight, X } from 'lucide-react';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { fitInto, isZoomed, percentOf } from '@/utils/core/history/zoom';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { WindowDialog } from '../widgets/window-dialog';
import { useFrameSize } from '../zoom/use-frame-size';
import { useZoom } from '../zoom/use-zoom';
import type { ChangeZoom } from '../zoom/use-zoom-gestures';
import { zoomActions } from '../zoom/zoom-actions';
import { ZoomBar } from '../zoom/zoom-bar';
import { CompareDifferences } from './compare-differences';
import { COMPARE_KEYS, type CompareAction } from './compare-keys';
import { CompareSides } from './compare-sides';
import { CompareSlider } from './compare-slider';
import css from './compare-viewer.module.css';

interface CompareViewerProps {
  /** `undefined` where a picture is not there, or not any more. */
  readonly left: PictureEntry | undefined;
  readonly right: PictureEntry | undefined;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

const MARGIN = { x: 12, y: 12 };

/** Two pictures, looked at alike, side by side or one over the other, and what is different about them. */
export function CompareViewer({ left, right, onSwap, onClose }: CompareViewerProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isSlider, setSlider] = useState(false);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const size = useFrameSize(element);
  // The view stays where it is when the two change places.
  const [zoom, setZoom] = useZoom('both');

  const frameOf = useCallback(({ picture }: PictureEntry) => size && fitInto(size, picture, MARGIN), [size]);
  const changeBy =
    (entry: PictureEntry | undefined): ChangeZoom =>
    (change) => {
      const frame = entry && frameOf(entry);
      if (frame) setZoom((now) => change(now, frame));
    };
  const actions: Partial<Record<CompareAction, () => void>> = {
    ...zoomActions(zoom, changeBy(left)),
    swap: onSwap,
    slider: () => setSlider(!isSlider),
  };
  const frame = left && frameOf(left);
  const Shown = isSlider ? CompareSlider : CompareSides;

  return (
    <WindowDialog
      dialog={dialog}
      label={t('compare.title')}
      className={css['compare']}
      keys={COMPARE_KEYS}
      actions={actions}
      onClose={onClose}
    >
      <header className={css['bar']}>
        <h2>{t('compare.title')}</h2>
        <div className={css['modes']} role="group" aria-label={t('compare.mode')}>
          <Button small aria-pressed={!isSlider} onClick={() => setSlider(false)}>
            {t('compare.sides')}
          </Button>
          <Button small aria-pressed={isSlider} aria-keyshortcuts="V" onClick={() => setSlider(true)}>
            {t('compare.slider')}
          </Button>
        </div>
        <Button small aria-keyshortcuts="X" onClick={onSwap}>
          <ArrowLeftRight size={14} aria-hidden />
          {t('compare.swap')}
        </Button>
        <ZoomBar
          percent={frame && percentOf(zoom, frame)}
          isZoomed={isZoomed(zoom)}
          act={(action) => action !== 'fullScreen' && actions[action]?.()}
        />
        <div className={css['close']}>
          <IconButton name={t('history.close')} icon={X} framed onClick={() => dialog.current?.close()} />
        </div>
      </header>
      {left && right ? (
        <>
          <Shown
            left={left}
            right={right}
            zoom={zoom}
            onZoom={changeBy}
            frameOf={frameOf}
            onElement={setElement}
          />
          <CompareDifferences left={left} right={right} />
        </>
      ) : (
        <p className={css['gone']}>{t('history.gone')}</p>
      )}
    </WindowDialog>
  );
}
