import { useState, type CSSProperties, type PointerEvent, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { t } from '@/utils/i18n/translate';
import { formatPercent } from '../words/format';
import { ZoomedPicture } from '../zoom/zoomed-picture';
import { ComparePane } from './compare-pane';
import css from './compare-viewer.module.css';
import type { ComparedProps } from './compared';

interface CoveringProps {
  readonly percent: number;
  readonly onPercent: (percent: number) => void;
}

/** The line between the two, to be taken by hand; the slider below it does the same for keys and screen readers. */
function Divider({ percent, onPercent }: CoveringProps): ReactElement {
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const { parentElement } = event.currentTarget;
    if (!parentElement || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = parentElement.getBoundingClientRect();
    onPercent(Math.round(Math.min(100, Math.max(0, ((event.clientX - left) / width) * 100))));
  };
  const take = (event: PointerEvent<HTMLDivElement>): void => {
    // The picture below it stays where it is.
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    <div
      className={css['divider']}
      style={{ insetInlineStart: `${percent}%` }}
      aria-hidden
      onPointerDown={take}
      onPointerMove={move}
    />
  );
}

/** Two pictures at the same place, of which one covers the other as far as a slider says. */
export function CompareSlider(props: ComparedProps): ReactElement {
  const { left, right, zoom, onZoom, frameOf, onElement } = props;
  const [percent, setPercent] = useState(50);
  const cover: CSSProperties = { clipPath: `inset(0 0 0 ${percent}%)` };
  const words = formatPercent(percent, document.documentElement.lang);
  return (
    <div className={css['slider']}>
      <ComparePane zoom={zoom} onZoom={onZoom(left)} onElement={onElement}>
        <Layer entry={left} zoom={zoom} frameOf={frameOf} />
        <div className={css['cover']} style={cover}>
          <Layer entry={right} zoom={zoom} frameOf={frameOf} />
        </div>
        <Divider percent={percent} onPercent={setPercent} />
      </ComparePane>
      <input
        className={css['range']}
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-label={t('compare.divide')}
        aria-valuetext={words}
        onChange={({ target }) => setPercent(Number(target.value))}
      />
    </div>
  );
}

function Layer({
  entry,
  zoom,
  frameOf,
}: { readonly entry: PictureEntry } & Pick<ComparedProps, 'zoom' | 'frameOf'>): ReactElement {
  return <ZoomedPicture key={entry.picture.id} entry={entry} zoom={zoom} frame={frameOf(entry)} />;
}
