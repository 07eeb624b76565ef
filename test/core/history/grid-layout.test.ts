import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  itemBeside,
  itemsBetween,
  itemsIn,
  layOutGrid,
  placeOf,
  type GridLayout,
} from '@/utils/core/history/grid-layout';

const HEADING = { kind: 'day', at: 1 } as const;

function layOut(counts: readonly number[], columns = 4): GridLayout {
  let start = 0;
  const sections = counts.map((count, index) => {
    const section = { key: String(index), heading: HEADING, start, count };
    start += count;
    return section;
  });
  return layOutGrid(sections, { columns, columnWidth: 100, rowHeight: 120, headingHeight: 40 });
}

const anyLayout = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([counts, columns]) => layOut(counts, columns));

const totalOf = ({ sections }: GridLayout): number => sections.reduce((sum, { count }) => sum + count, 0);

describe('a grid of groups', () => {
  it('is as high as its headings and rows', () => {
    expect(layOut([5, 4]).height).toBe(40 + 2 * 120 + 40 + 120);
    expect(layOut([]).height).toBe(0);
  });

  it('begins a new row with each group', () => {
    const layout = layOut([5, 4]);
    expect([0, 3, 4, 5, 8].map((item) => placeOf(layout, item))).toEqual([
      { top: 40, left: 0 },
      { top: 40, left: 300 },
      { top: 160, left: 0 },
      { top: 320, left: 0 },
      { top: 320, left: 300 },
    ]);
  });

  it('has no space for headings where there are none', () => {
    const sections = [{ key: 'cost', start: 0, count: 5 }];
    const layout = layOutGrid(sections, { columns: 4, columnWidth: 100, rowHeight: 120, headingHeight: 40 });
    expect([layout.height, placeOf(layout, 0).top]).toEqual([240, 0]);
  });

  it('draws every tile that any part of the screen shows, and hardly more', () => {
    fc.assert(
      fc.property(anyLayout, fc.nat(5000), fc.nat(900), (layout, top, height) => {
        const [from, end] = itemsBetween(layout, top, top + height);
        const items = Array.from({ length: totalOf(layout) }, (_, item) => item);
        const seen = items.filter((item) => {
          const at = placeOf(layout, item).top;
          return at < top + height && at + layout.metrics.rowHeight > top;
        });
        expect(seen.filter((item) => item < from || item >= end)).toEqual([]);
        const rows = Math.ceil(height / layout.metrics.rowHeight) + 2;
        expect(end - from).toBeLessThanOrEqual(rows * layout.metrics.columns);
      }),
    );
  });

  it('is left up and down in the same column, as far as rows are long enough', () => {
    const layout = layOut([6, 2]);
    expect(itemBeside(layout, 1, 'down')).toBe(5);
    expect(itemBeside(layout, 3, 'down')).toBe(5);
    expect(itemBeside(layout, 5, 'down')).toBe(7);
    expect(itemBeside(layout, 7, 'down')).toBe(7);
    expect(itemBeside(layout, 7, 'up')).toBe(5);
    expect(itemBeside(layout, 2, 'up')).toBe(2);
  });

  it('is never left by a step', () => {
    fc.assert(
      fc.property(anyLayout, fc.nat(), fc.constantFrom('up', 'down'), (layout, number, step) => {
        const item = number % totalOf(layout);
        const next = itemBeside(layout, item, step);
        expect(next >= 0 && next < totalOf(layout)).toBe(true);
        expect(step === 'up' ? next <= item : next >= item).toBe(true);
      }),
    );
  });
});

describe('an area of the grid', () => {
  const within = (layout: GridLayout, top: number, bottom: number, left: number, right: number) =>
    itemsIn(layout, { top, bottom, left, right }, 20);

  it('touches the tiles it reaches into, in all groups', () => {
    expect(within(layOut([5, 4]), 130, 350, 90, 210)).toEqual([1, 2, 6, 7]);
  });

  it('touches nothing between the tiles and in headings', () => {
    const layout = layOut([5, 4]);
    expect(within(layout, 0, 39, 0, 400)).toEqual([]);
    expect(within(layout, 60, 100, 81, 99)).toEqual([]);
    expect(within(layout, 141, 159, 0, 400)).toEqual([]);
  });

  it('touches everything where it is everything', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        expect(within(layout, 0, layout.height, 0, 10_000)).toHaveLength(totalOf(layout));
      }),
    );
  });
});
