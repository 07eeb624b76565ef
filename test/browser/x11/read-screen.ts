import { connectDisplay } from './connect-display';

/** A rectangle of a display, in its pixels. */
export interface ScreenArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pixels of a display: four bytes each (blue, green, red, unused), row after row, no padding. */
export interface ScreenPixels {
  readonly width: number;
  readonly height: number;
  readonly bgrx: Buffer;
}

const GET_IMAGE = 73;
const WHOLE_PIXELS = 2;

function clip(area: ScreenArea, root: { width: number; height: number }): ScreenArea {
  const x = Math.min(Math.max(Math.round(area.x), 0), root.width - 1);
  const y = Math.min(Math.max(Math.round(area.y), 0), root.height - 1);
  const right = Math.min(Math.round(area.x + area.width), root.width);
  const bottom = Math.min(Math.round(area.y + area.height), root.height);
  return { x, y, width: Math.max(right - x, 1), height: Math.max(bottom - y, 1) };
}

/**
 * What a person would see on a display or an area of it, native menus and dialogs included.
 * Asked by the X protocol itself (GetImage on the root window), so no further program is needed.
 *
 * @throws when the display is gone or does not have 32 bits for each pixel
 */
export async function readScreen(display: string, wanted?: ScreenArea): Promise<ScreenPixels> {
  const { socket, reader, root } = await connectDisplay(display);
  try {
    const { x, y, width, height } = clip(wanted ?? { x: 0, y: 0, ...root }, root);
    const request = Buffer.alloc(20);
    request.writeUInt8(GET_IMAGE, 0);
    request.writeUInt8(WHOLE_PIXELS, 1);
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt32LE(root.window, 4);
    request.writeInt16LE(x, 8);
    request.writeInt16LE(y, 10);
    request.writeUInt16LE(width, 12);
    request.writeUInt16LE(height, 14);
    request.writeUInt32LE(0xff_ff_ff_ff, 16);
    socket.write(request);
    const head = await reader.take(32);
    if (head.readUInt8(0) !== 1) throw new Error(`the X display answered with error ${head.readUInt8(1)}`);
    const bgrx = await reader.take(head.readUInt32LE(4) * 4);
    if (bgrx.length !== width * height * 4) throw new Error('the X display is not 32 bits a pixel');
    return { width, height, bgrx };
  } finally {
    socket.destroy();
  }
}
