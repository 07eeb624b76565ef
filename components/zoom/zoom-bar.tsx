import { Maximize, Minimize, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
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
  return (
    <div className={css['bar']} role="group" aria-label={t('viewer.zoom')}>
      <IconButton
        name={t('viewer.zoomOut')}
        icon={Minus}
        size={16}
        aria-keyshortcuts="-"
        onClick={() => act('zoomOut')}
      />
      <span className={css['percent']} aria-live="polite">
        {percent !== undefined && formatPercent(percent, document.documentElement.lang)}
      </span>
      <IconButton
        name={t('viewer.zoomIn')}
        icon={Plus}
        size={16}
        aria-keyshortcuts="+"
        onClick={() => act('zoomIn')}
      />
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
        <IconButton
          name={t(isFullScreen ? 'viewer.leaveFullScreen' : 'viewer.fullScreen')}
          icon={isFullScreen ? Minimize : Maximize}
          size={16}
          aria-keyshortcuts="F"
          onClick={() => act('fullScreen')}
        />
      )}
    </div>
  );
}
