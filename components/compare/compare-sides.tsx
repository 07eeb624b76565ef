import type { ReactElement } from 'react';
import { ZoomedPicture } from '../zoom/zoomed-picture';
import { ComparePane } from './compare-pane';
import css from './compare-viewer.module.css';
import type { ComparedProps } from './compared';

/** Two pictures beside one another, in frames of the same size. */
export function CompareSides(props: ComparedProps): ReactElement {
  const { left, right, zoom, onZoom, frameOf, onElement } = props;
  return (
    <div className={css['sides']}>
      {[left, right].map((entry, index) => (
        <ComparePane
          key={index === 0 ? 'left' : 'right'}
          zoom={zoom}
          onZoom={onZoom(entry)}
          onElement={index === 0 ? onElement : undefined}
        >
          <ZoomedPicture key={entry.picture.id} entry={entry} zoom={zoom} frame={frameOf(entry)} />
        </ComparePane>
      ))}
    </div>
  );
}
