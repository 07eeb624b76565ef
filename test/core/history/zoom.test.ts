import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actualFactor,
  FIT,
  fitInto,
  isZoomed,
  offsetOf,
  panBy,
  panStep,
  percentOf,
  toggleZoom,
  zoomStep,
  zoomTo,
  type Offset,
  type Zoom,
  type ZoomFrame,
} from '@/utils/core/history/zoom';

const WIDE = fitInto({ width: 800, height: 600 }, { width: 1600, height: 800 });

/** Which point of the picture, in its own pixels, lies at a place of the frame counted from its middle. */
function pointAt(zoom: Zoom, { fitted, fitScale }: ZoomFrame, at: Offset): Offset {
  const offset = offsetOf(zoom, { fitted, fitScale, frame: WIDE.frame });
  const point = (place: number, moved: number, size: number) =>
    ((place - moved) / zoom.factor + size / 2) / fitScale;
  return { x: point(at.x, offset.x, fitted.width), y: point(at.y, offset.y, fitted.height) };
}

describe('a picture that fits', () => {
  it('is whole, and as large as its frame allows', () => {
    expect(WIDE.fitted).toEqual({ width: 800, height: 400 });
    expect(percentOf(FIT, WIDE)).toBe(50);
    expect(isZoomed(FIT)).toBe(false);
  });

  it('is never larger than it is', () => {
    const small = fitInto({ width: 800, height: 600 }, { width: 256, height: 256 });
    expect(percentOf(FIT, small)).toBe(100);
  });

  it('leaves the margin free', () => {
    const { fitted } = fitInto({ width: 900, height: 700 }, { width: 1600, height: 800 }, { x: 50, y: 50 });
    expect(fitted).toEqual({ width: 800, height: 400 });
  });

  it('cannot be moved', () => {
    expect(panBy(FIT, { x: 100, y: -30 }, WIDE)).toEqual(FIT);
  });
});

describe('zooming', () => {
  it('to the actual size shows a pixel for a pixel', () => {
    expect(percentOf(zoomTo(FIT, actualFactor(WIDE), WIDE), WIDE)).toBe(100);
  });

  it('keeps what is under the pointer there', () => {
    const at = { x: 200, y: 100 };
    const before = zoomTo(FIT, 3, WIDE);
    const after = zoomTo(before, 6, WIDE, at);
    const [one, other] = [pointAt(before, WIDE, at), pointAt(after, WIDE, at)];
    expect(other.x).toBeCloseTo(one.x);
    expect(other.y).toBeCloseTo(one.y);
  });

  it('goes in steps, which lead back', () => {
    const nearer = zoomStep(zoomStep(FIT, 'in', WIDE), 'in', WIDE);
    expect(percentOf(nearer, WIDE)).toBe(78);
    expect(zoomStep(zoomStep(nearer, 'out', WIDE), 'out', WIDE)).toEqual(FIT);
    expect(zoomStep(FIT, 'out', WIDE)).toEqual(FIT);
  });

  it('ends at eight pixels for one', () => {
    expect(percentOf(zoomTo(FIT, 1e6, WIDE), WIDE)).toBe(800);
  });

  it('by a double click goes to the actual size and back', () => {
    const actual = toggleZoom(FIT, WIDE, { x: 10, y: 10 });
    expect(percentOf(actual, WIDE)).toBe(100);
    expect(toggleZoom(actual, WIDE)).toEqual(FIT);
  });

  it('by a double click doubles what is shown at its actual size', () => {
    const small = fitInto({ width: 800, height: 600 }, { width: 256, height: 256 });
    expect(percentOf(toggleZoom(FIT, small), small)).toBe(200);
  });
});

describe('moving', () => {
  it('takes the picture along with the hand', () => {
    const near = zoomTo(FIT, 4, WIDE);
    const moved = panBy(near, { x: 30, y: -20 }, WIDE);
    expect(offsetOf(moved, WIDE).x).toBeCloseTo(30);
    expect(offsetOf(moved, WIDE).y).toBeCloseTo(-20);
  });

  it('by an arrow to the right shows what lies at the right', () => {
    const near = zoomTo(FIT, 4, WIDE);
    expect(panStep(near, { x: 1, y: 0 }, WIDE).x).toBeGreaterThan(near.x);
    expect(panStep(near, { x: 0, y: 1 }, WIDE).y).toBeGreaterThan(near.y);
  });

  it('in a direction in which the picture is smaller than its frame does nothing', () => {
    const near = zoomTo(FIT, 1.2, WIDE);
    expect(panBy(near, { x: 0, y: 50 }, WIDE).y).toBe(0.5);
  });
});

it('never shows a gap beside a picture that could fill its frame', () => {
  const act = fc.oneof(
    fc.record({ factor: fc.double({ min: 0.1, max: 50, noNaN: true }), at: fc.constant({ x: 70, y: -200 }) }),
    fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const zoom = acts.reduce<Zoom>(
        (now, one) => ('factor' in one ? zoomTo(now, one.factor, WIDE, one.at) : panBy(now, one, WIDE)),
        FIT,
      );
      const offset = offsetOf(zoom, WIDE);
      const spare = (shown: number, frame: number) => Math.max(0, (shown - frame) / 2) + 1e-6;
      expect(Math.abs(offset.x)).toBeLessThanOrEqual(
        spare(WIDE.fitted.width * zoom.factor, WIDE.frame.width),
      );
      expect(Math.abs(offset.y)).toBeLessThanOrEqual(
        spare(WIDE.fitted.height * zoom.factor, WIDE.frame.height),
      );
      expect(zoom.factor).toBeGreaterThanOrEqual(1);
    }),
  );
});
