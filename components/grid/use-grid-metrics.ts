import { useLayoutEffect, useState } from 'react';
import type { GridMetrics } from '@/utils/core/history/grid-layout';

/** Between tiles, in CSS pixels like everything here. */
export const TILE_GAP = 16;

/** Two lines of words below each picture. */
const CAPTION_HEIGHT = 42;

const HEADING_HEIGHT = 44;

/** Where a column of the usual width would leave a narrow window with one. */
const NARROW = 560;

/** Until the window is measured, and where there is none. */
const USUAL_WIDTH = 1200;

function metricsFor(width: number): GridMetrics {
  const smallest = width < NARROW ? 140 : 190;
  const columns = Math.max(1, Math.floor((width + TILE_GAP) / (smallest + TILE_GAP)));
  const columnWidth = (width + TILE_GAP) / columns;
  return {
    columns,
    columnWidth,
    rowHeight: columnWidth + CAPTION_HEIGHT,
    headingHeight: HEADING_HEIGHT,
  };
}

/** How large tiles are in the width there is. */
export function useGridMetrics(grid: HTMLElement | null): GridMetrics {
  const [metrics, setMetrics] = useState(() => metricsFor(USUAL_WIDTH));
  useLayoutEffect(() => {
    if (!grid) return undefined;
    const measure = (): void => {
      const width = grid.clientWidth || USUAL_WIDTH;
      setMetrics((before) => {
        const now = metricsFor(width);
        return now.columnWidth === before.columnWidth && now.columns === before.columns ? before : now;
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(grid);
    return () => observer.disconnect();
  }, [grid]);
  return metrics;
}
