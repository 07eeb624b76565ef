import type { HistorySection } from './history-sections';

/** Sizes in CSS pixels; every tile, gaps included, and every heading is as large as any other. */
export interface GridMetrics {
  readonly columns: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly headingHeight: number;
}

/** Where everything is, known from counts alone: nothing has to be drawn to be measured, so nothing ever jumps. */
export interface GridLayout {
  readonly metrics: GridMetrics;
  readonly sections: readonly HistorySection[];
  /** Top of each section, and the height of all after the last. */
  readonly tops: Float64Array;
  readonly height: number;
}

/** A place in the grid. */
export interface GridPlace {
  readonly top: number;
  /** From the edge where lines begin. */
  readonly left: number;
}

/** Lays sections out one below the other. */
export function layOutGrid(sections: readonly HistorySection[], metrics: GridMetrics): GridLayout {
  const tops = new Float64Array(sections.length + 1);
  let top = 0;
  sections.forEach(({ heading, count }, index) => {
    tops[index] = top;
    top += (heading ? metrics.headingHeight : 0) + Math.ceil(count / metrics.columns) * metrics.rowHeight;
  });
  tops[sections.length] = top;
  return { metrics, sections, tops, height: top };
}

/** The last of ascending values that is not above the wanted one; 0 where all are. */
function lastNotAbove(length: number, valueAt: (index: number) => number, wanted: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valueAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Number of the section at a height. */
export function sectionAt({ sections, tops }: GridLayout, top: number): number {
  return lastNotAbove(sections.length, (index) => tops[index] ?? 0, top);
}

function sectionOf({ sections }: GridLayout, item: number): number {
  return lastNotAbove(sections.length, (index) => sections[index]?.start ?? 0, item);
}

function headingHeight(layout: GridLayout, section: number): number {
  return layout.sections[section]?.heading ? layout.metrics.headingHeight : 0;
}

/** Where a picture is, by its number in the list. */
export function placeOf(layout: GridLayout, item: number): GridPlace {
  const { columns, columnWidth, rowHeight } = layout.metrics;
  const section = sectionOf(layout, item);
  const within = item - (layout.sections[section]?.start ?? 0);
  return {
    top:
      (layout.tops[section] ?? 0) + headingHeight(layout, section) + Math.floor(within / columns) * rowHeight,
    left: (within % columns) * columnWidth,
  };
}

/** Number of the first picture of the row at a height, or of the first row below. */
function rowStartAt(layout: GridLayout, top: number): number {
  const { columns, rowHeight } = layout.metrics;
  const index = sectionAt(layout, top);
  const section = layout.sections[index];
  if (!section) return 0;
  const inside = top - (layout.tops[index] ?? 0) - headingHeight(layout, index);
  return section.start + Math.min(section.count, Math.max(0, Math.floor(inside / rowHeight)) * columns);
}

/** Numbers of the pictures between two heights: from the first to one after the last. */
export function itemsBetween(layout: GridLayout, top: number, bottom: number): readonly [number, number] {
  const last = layout.sections.at(-1);
  if (!last) return [0, 0];
  const from = rowStartAt(layout, Math.max(0, top));
  const index = sectionAt(layout, bottom);
  const section = layout.sections[index] ?? last;
  const end = rowStartAt(layout, bottom) + layout.metrics.columns;
  return [from, Math.min(end, section.start + section.count)];
}

/** A part of the grid; left and right are measured from the edge where lines begin. */
export interface GridArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Numbers of the pictures that an area touches.
 * @param gap what lies between two tiles, and belongs to none
 */
export function itemsIn(layout: GridLayout, area: GridArea, gap: number): readonly number[] {
  const { columnWidth, rowHeight } = layout.metrics;
  const [from, end] = itemsBetween(layout, area.top, area.bottom);
  const touched: number[] = [];
  for (let item = from; item < end; item += 1) {
    const { top, left } = placeOf(layout, item);
    const isBeside = area.right <= left || area.left >= left + columnWidth - gap;
    const isAbove = area.bottom <= top || area.top >= top + rowHeight - gap;
    if (!isBeside && !isAbove) touched.push(item);
  }
  return touched;
}

/** Number of the picture that a step leads to: along the list, or to the row above or below, in the same column. */
export function itemBeside(layout: GridLayout, item: number, step: 'up' | 'down'): number {
  const { columns } = layout.metrics;
  const index = sectionOf(layout, item);
  const section = layout.sections[index];
  if (!section) return item;
  const within = item - section.start;
  const column = within % columns;
  const row = Math.floor(within / columns) + (step === 'up' ? -1 : 1);
  const rows = Math.ceil(section.count / columns);
  if (row >= 0 && row < rows) return section.start + Math.min(row * columns + column, section.count - 1);
  const next = layout.sections[index + (step === 'up' ? -1 : 1)];
  if (!next) return item;
  const lastRow = Math.ceil(next.count / columns) - 1;
  const target = (step === 'up' ? lastRow * columns : 0) + column;
  return next.start + Math.min(target, next.count - 1);
}
