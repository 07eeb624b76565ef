import type { ReactElement } from 'react';
import { placeOf, type GridLayout } from '@/utils/core/history/grid-layout';
import type { Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import type { PictureRows } from '../hooks/picture-rows';
import type { JobCallbacks } from '../jobs/job-callbacks';
import type { TilePlace } from './grid-tile';
import { JobTile } from './job-tile';
import css from './picture-grid.module.css';
import { PictureTile } from './picture-tile';
import { TileBoundary } from './tile-boundary';
import { TILE_GAP } from './use-grid-metrics';
import type { TileHandlers } from './use-roving-tile';
import type { SelectionControl } from './use-selection';

/** What tiles show, and what can be done with them. */
export interface TileProps {
  readonly rows: PictureRows;
  /** Jobs that stand between the pictures, by their ids. */
  readonly unfinished: ReadonlyMap<string, Job>;
  readonly words: readonly string[];
  /** The job the page was opened at. */
  readonly job: string | undefined;
  readonly selection: SelectionControl;
  readonly on: JobCallbacks;
  readonly onOpen: (pictureId: string) => void;
  readonly onOpenJob: (job: Job) => void;
  readonly onDismiss: (job: Job) => void;
}

interface GridTilesProps extends TileProps {
  readonly ids: readonly string[];
  /** How many versions stand behind a picture, where there are several. */
  readonly stacks: ReadonlyMap<string, number> | undefined;
  /** Numbers of those that are drawn. */
  readonly items: readonly number[];
  readonly layout: GridLayout;
  /** Number of the one that Tab comes to. */
  readonly active: number;
  /** Move the focus from tile to tile. */
  readonly handlers: TileHandlers;
}

/** The tiles that are on or near the screen. */
export function GridTiles(props: GridTilesProps): ReactElement {
  const { ids, items, layout, rows, unfinished, selection } = props;
  const isChoosing = selection.chosen.length > 0;
  const sizes = {
    size: ids.length,
    width: layout.metrics.columnWidth - TILE_GAP,
    height: layout.metrics.rowHeight - TILE_GAP,
  };
  const tile = (item: number): ReactElement => {
    const id = ids[item] ?? '';
    const place: TilePlace = {
      ...sizes,
      ...placeOf(layout, item),
      position: item + 1,
      isActive: item === props.active,
    };
    const job = unfinished.get(id);
    if (job) {
      return (
        <TileBoundary key={id} id={id} place={place} subject={job}>
          <JobTile {...place} job={job} on={props.on} onOpen={props.onOpenJob} onDismiss={props.onDismiss} />
        </TileBoundary>
      );
    }
    const entry = rows.get(id);
    return (
      <TileBoundary key={id} id={id} place={place} subject={entry}>
        <PictureTile
          {...place}
          id={id}
          entry={entry}
          words={props.words}
          isHere={props.job !== undefined && entry?.job.id === props.job}
          versions={props.stacks?.get(id)}
          isChosen={selection.has(id)}
          isChoosing={isChoosing}
          onOpen={props.onOpen}
          onChoose={selection.take}
        />
      </TileBoundary>
    );
  };
  return (
    <ul
      // Browsers drop the role with the bullets otherwise.
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles
      role="list"
      className={css['grid']}
      aria-label={t('history.images')}
      data-choosing={isChoosing ? '' : undefined}
      {...props.handlers}
    >
      {items.map(tile)}
    </ul>
  );
}
