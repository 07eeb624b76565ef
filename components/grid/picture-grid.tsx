import { useEffect, useImperativeHandle, useMemo, useState, type ReactElement, type Ref } from 'react';
import { itemsBetween, layOutGrid, type GridLayout } from '@/utils/core/history/grid-layout';
import type { HistoryView } from '@/utils/core/history/history-sections';
import { usePictureRows } from '../hooks/picture-rows';
import { DateScrubber } from './date-scrubber';
import { GridTiles, type TileProps } from './grid-tiles';
import css from './picture-grid.module.css';
import { SectionHeadings } from './section-headings';
import { useGridMetrics } from './use-grid-metrics';
import { useKeptPlace } from './use-kept-place';
import { useRovingTile } from './use-roving-tile';
import { useSelectionFrame } from './use-selection-frame';
import { useVisibleBand, type Band } from './use-visible-band';

/** What can be asked of the grid from outside. */
export interface PictureGridHandle {
  /** Brings a picture into view, and the focus to it. */
  focus(id: string): void;
}

interface PictureGridProps extends TileProps {
  readonly view: HistoryView;
  /** Another one whenever a person asked for something else. */
  readonly asked: string;
  /** Whether the view is all that was asked for. */
  readonly complete: boolean;
  /** What covers the top of the window, in CSS pixels. */
  readonly barHeight: number;
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
  const { view, rows, unfinished, asked, complete, barHeight, selection } = props;
  const { ids } = view;
  const [grid, setGrid] = useState<HTMLDivElement | null>(null);
  const metrics = useGridMetrics(grid);
  const layout = useMemo(() => layOutGrid(view.sections, metrics), [view, metrics]);
  const band = useVisibleBand(grid);
  const { active, focus, handlers } = useRovingTile(grid, ids, layout, barHeight, selection.extend);
  useImperativeHandle(ref, () => ({ focus }));
  useKeptPlace(grid, { ids, layout, asked, complete });
  usePictureRows(rows);
  const { area, onPointerDown } = useSelectionFrame(grid, ids, layout, selection);

  const items = drawnItems(layout, band, active, ids.length);
  const missing = items
    .map((item) => ids[item] ?? '')
    .filter((id) => !unfinished.has(id) && !rows.get(id))
    .join(' ');
  useEffect(() => {
    if (missing !== '') rows.want(missing.split(' '));
  }, [rows, missing]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the frame is a way for the mouse; keys choose, too
    <div
      ref={setGrid}
      className={css['canvas']}
      style={{ height: layout.height }}
      onPointerDown={onPointerDown}
    >
      <SectionHeadings layout={layout} band={band} />
      <GridTiles
        {...props}
        handlers={handlers}
        ids={ids}
        stacks={view.stacks}
        items={items}
        layout={layout}
        active={active}
      />
      {area && (
        <div
          className={css['drawnFrame']}
          style={{
            insetBlockStart: area.top,
            insetInlineStart: area.left,
            width: area.right - area.left,
            height: area.bottom - area.top,
          }}
        />
      )}
      <DateScrubber grid={grid} layout={layout} barHeight={barHeight} />
    </div>
  );
}
