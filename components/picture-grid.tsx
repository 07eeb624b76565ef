import { useEffect, useImperativeHandle, useMemo, useState, type ReactElement, type Ref } from 'react';
import { itemsBetween, layOutGrid, placeOf, type GridLayout } from '@/utils/core/grid-layout';
import type { HistoryView } from '@/utils/core/history-sections';
import { t } from '@/utils/i18n/translate';
import { DateScrubber } from './date-scrubber';
import { usePictureRows, type PictureRows } from './hooks/picture-rows';
import { TILE_GAP, useGridMetrics } from './hooks/use-grid-metrics';
import { useKeptPlace } from './hooks/use-kept-place';
import { useRovingTile } from './hooks/use-roving-tile';
import { useVisibleBand, type Band } from './hooks/use-visible-band';
import css from './picture-grid.module.css';
import { PictureTile } from './picture-tile';
import { SectionHeadings } from './section-headings';

/** What can be asked of the grid from outside. */
export interface PictureGridHandle {
  /** Brings a picture into view, and the focus to it. */
  focus(id: string): void;
}

interface PictureGridProps {
  readonly view: HistoryView;
  readonly rows: PictureRows;
  /** Another one whenever a person asked for something else. */
  readonly asked: string;
  /** Whether the view is all that was asked for. */
  readonly complete: boolean;
  readonly words: readonly string[];
  /** The job the page was opened at. */
  readonly job: string | undefined;
  /** What covers the top of the window, in CSS pixels. */
  readonly barHeight: number;
  readonly onOpen: (pictureId: string) => void;
  readonly ref: Ref<PictureGridHandle>;
}

/** Numbers of the tiles to be drawn: those in view, and the one that holds the focus, wherever it is. */
function drawnItems(layout: GridLayout, band: Band, active: number, length: number): readonly number[] {
  const [from, end] = itemsBetween(layout, band.top, band.bottom);
  const items = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
  if (active < from && active < length) return [active, ...items];
  return active >= end && active < length ? [...items, active] : items;
}

/** The pictures as tiles in groups. Only what is on or near the screen is there. */
export function PictureGrid({ ref, ...props }: PictureGridProps): ReactElement {
  const { view, rows, asked, complete, words, barHeight } = props;
  const [grid, setGrid] = useState<HTMLDivElement | null>(null);
  const metrics = useGridMetrics(grid);
  const layout = useMemo(() => layOutGrid(view.sections, metrics), [view, metrics]);
  const band = useVisibleBand(grid);
  const { active, focus, ...handlers } = useRovingTile(grid, view.ids, layout, barHeight);
  useImperativeHandle(ref, () => ({ focus }));
  useKeptPlace(grid, { ids: view.ids, layout, asked, complete });
  usePictureRows(rows);

  const items = drawnItems(layout, band, active, view.ids.length);
  const drawn = items.map((item) => view.ids[item] ?? '');
  const missing = drawn.filter((id) => !rows.get(id)).join(' ');
  useEffect(() => {
    if (missing !== '') rows.want(missing.split(' '));
  }, [rows, missing]);

  const side = metrics.columnWidth - TILE_GAP;
  return (
    <div ref={setGrid} className={css['canvas']} style={{ height: layout.height }}>
      <SectionHeadings layout={layout} band={band} />
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- browsers drop the role with the bullets otherwise */}
      <ul role="list" className={css['grid']} aria-label={t('history.images')} {...handlers}>
        {items.map((item, index) => {
          const id = drawn[index] ?? '';
          const entry = rows.get(id);
          const { top, left } = placeOf(layout, item);
          return (
            <PictureTile
              key={id}
              id={id}
              entry={entry}
              words={words}
              position={item + 1}
              size={view.ids.length}
              top={top}
              left={left}
              width={side}
              height={metrics.rowHeight - TILE_GAP}
              isActive={item === active}
              isHere={props.job !== undefined && entry?.job.id === props.job}
              onOpen={props.onOpen}
            />
          );
        })}
      </ul>
      <DateScrubber grid={grid} layout={layout} barHeight={barHeight} />
    </div>
  );
}
