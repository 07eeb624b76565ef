import { Maximize, Minimize, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { formatPercent } from '../words/format';
import css from './zoom-bar.module.css';
import type { ZoomAction } from './zoom-keys';

interface ZoomBarProps {
  /** Absent until the frame is measured. */
  readonly percent: number | undefined;
  readonly isZoomed: boolean;
  /** Absent where nothing can fill the screen. */
  readonly isFullScreen?: boolean;
  readonly act: (action: ZoomAction | 'fullScreen') => void;
}

/** How near a picture is looked at, and the buttons for it. */
export function ZoomBar({ percent, isZoomed, isFullScreen, act }: ZoomBarProps): ReactElement {
  const fullScreen = t(isFullScreen ? 'viewer.leaveFullScreen' : 'viewer.fullScreen');
  return (
    <div className={css['bar']} role="group" aria-label={t('viewer.zoom')}>
      <Button
        look="quiet"
        icon
        aria-label={t('viewer.zoomOut')}
        aria-keyshortcuts="-"
        title={t('viewer.zoomOut')}
        onClick={() => act('zoomOut')}
      >
        <Minus size={16} aria-hidden />
      </Button>
      <span className={css['percent']} aria-live="polite">
        {percent !== undefined && formatPercent(percent, document.documentElement.lang)}
      </span>
      <Button
        look="quiet"
        icon
        aria-label={t('viewer.zoomIn')}
        aria-keyshortcuts="+"
        title={t('viewer.zoomIn')}
        onClick={() => act('zoomIn')}
      >
        <Plus size={16} aria-hidden />
      </Button>
      {isZoomed ? (
        <Button look="quiet" small aria-keyshortcuts="0" onClick={() => act('fit')}>
          {t('viewer.fit')}
        </Button>
      ) : (
        <Button look="quiet" small aria-keyshortcuts="1" onClick={() => act('actualSize')}>
          {t('viewer.actualSize')}
        </Button>
      )}
      {isFullScreen !== undefined && (
        <Button
          look="quiet"
          icon
          aria-label={fullScreen}
          aria-keyshortcuts="F"
          title={fullScreen}
          onClick={() => act('fullScreen')}
        >
          {isFullScreen ? <Minimize size={16} aria-hidden /> : <Maximize size={16} aria-hidden />}
        </Button>
      )}
    </div>
  );
}
