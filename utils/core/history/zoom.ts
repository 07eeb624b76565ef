/** Width and height, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A distance, in CSS pixels. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/**
 * Which part of a picture is seen, whatever the size of the picture and of its frame, so that two different pictures can
 * be looked at alike.
 */
export interface Zoom {
  /** 1 where the whole picture fits its frame; never less. */
  readonly factor: number;
  /** What lies in the middle of the frame, from 0 at the left or top edge of the picture to 1 at the other. */
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const FIT: Zoom = { factor: 1, x: 0.5, y: 0.5 };

/** What a picture is seen in. */
export interface ZoomFrame {
  /** The whole frame, in CSS pixels. */
  readonly frame: Size;
  /** The whole picture as it fits, in CSS pixels. */
  readonly fitted: Size;
  /** CSS pixels for one pixel of the picture as it fits; never more than 1. */
  readonly fitScale: number;
}

/** One press of a key or a button. */
const STEP = 1.25;

/** CSS pixels for one pixel of the picture: larger ones show nothing more. */
const MOST = 8;

/** Part of the frame that one press of an arrow moves by. */
const PAN_STEP = 0.15;

/**
 * How a picture fits a frame: whole, and never larger than it is.
 * @param margin kept free at each side, in CSS pixels
 */
export function fitInto(frame: Size, picture: Size, margin: Offset = { x: 0, y: 0 }): ZoomFrame {
  const room = {
    width: Math.max(1, frame.width - 2 * margin.x),
    height: Math.max(1, frame.height - 2 * margin.y),
  };
  const fitScale = Math.min(1, room.width / picture.width, room.height / picture.height);
  const fitted = { width: picture.width * fitScale, height: picture.height * fitScale };
  return { frame, fitted, fitScale };
}

export function isZoomed({ factor }: Zoom): boolean {
  return factor > 1;
}

/** CSS pixels for one pixel of the picture, in per cent: what people know as the size of a view. */
export function percentOf({ factor }: Zoom, { fitScale }: ZoomFrame): number {
  return Math.round(factor * fitScale * 100);
}

/** Where the middle may lie, so that no edge of the picture comes into a frame it could fill. */
function keptInside(middle: number, shown: number, frame: number): number {
  const half = frame / 2 / shown;
  return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, middle));
}

function settle({ factor, x, y }: Zoom, { frame, fitted, fitScale }: ZoomFrame): Zoom {
  const bounded = Math.min(Math.max(1, MOST / fitScale), Math.max(1, factor));
  return {
    factor: bounded,
    x: keptInside(x, fitted.width * bounded, frame.width),
    y: keptInside(y, fitted.height * bounded, frame.height),
  };
}

/**
 * Another factor, with the same point of the picture at the same place of the frame.
 * @param at that place, counted from the middle of the frame
 */
export function zoomTo(zoom: Zoom, factor: number, frame: ZoomFrame, at: Offset = { x: 0, y: 0 }): Zoom {
  const { factor: bounded } = settle({ ...zoom, factor }, frame);
  const { width, height } = frame.fitted;
  // The distance from the middle, in parts of the picture, shrinks as the factor grows.
  const shift = 1 / zoom.factor - 1 / bounded;
  return settle(
    { factor: bounded, x: zoom.x + (at.x / width) * shift, y: zoom.y + (at.y / height) * shift },
    frame,
  );
}

/** One step nearer, or farther. */
export function zoomStep(zoom: Zoom, direction: 'in' | 'out', frame: ZoomFrame): Zoom {
  return zoomTo(zoom, direction === 'in' ? zoom.factor * STEP : zoom.factor / STEP, frame);
}

/** The factor at which one pixel of the picture is one CSS pixel. */
export function actualFactor({ fitScale }: ZoomFrame): number {
  return 1 / fitScale;
}

/** What a double click leads to: the picture at its own size, twice that where it fits so, or all of it again. */
export function toggleZoom(zoom: Zoom, frame: ZoomFrame, at?: Offset): Zoom {
  if (isZoomed(zoom)) return FIT;
  const actual = actualFactor(frame);
  return zoomTo(zoom, actual > 1 ? actual : 2, frame, at);
}

/** The picture moved by so much. */
export function panBy(zoom: Zoom, by: Offset, frame: ZoomFrame): Zoom {
  const { width, height } = frame.fitted;
  const moved = { x: zoom.x - by.x / (width * zoom.factor), y: zoom.y - by.y / (height * zoom.factor) };
  return settle({ ...zoom, ...moved }, frame);
}

/** One step of the view in a direction: an arrow shows more of what lies there. */
export function panStep(zoom: Zoom, direction: Offset, frame: ZoomFrame): Zoom {
  const by = {
    x: -direction.x * frame.frame.width * PAN_STEP,
    y: -direction.y * frame.frame.height * PAN_STEP,
  };
  return panBy(zoom, by, frame);
}

/** How far the middle of the picture lies from the middle of the frame. */
export function offsetOf({ factor, x, y }: Zoom, { fitted }: ZoomFrame): Offset {
  return { x: (0.5 - x) * fitted.width * factor, y: (0.5 - y) * fitted.height * factor };
}
