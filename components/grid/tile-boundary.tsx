import type { ReactElement, ReactNode } from 'react';
import { FaultBoundary } from '../widgets/fault-boundary';
import { tileStyle, type TilePlace } from './grid-tile';
import css from './picture-grid.module.css';

interface TileBoundaryProps {
  readonly id: string;
  readonly place: TilePlace;
  /** The row that the tile shows. */
  readonly subject: unknown;
  readonly children: ReactNode;
}

/** Keeps a row that cannot be shown to its own tile of the grid. */
export function TileBoundary({ id, place, subject, children }: TileBoundaryProps): ReactElement {
  return (
    <FaultBoundary
      subject={subject}
      renderNotice={(notice) => (
        <li
          className={css['tile']}
          style={tileStyle(place)}
          data-item={id}
          aria-posinset={place.position}
          aria-setsize={place.size}
        >
          {notice}
        </li>
      )}
    >
      {children}
    </FaultBoundary>
  );
}
