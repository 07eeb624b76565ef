/** Pixels of a picture. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an archived picture: that of its header where it can be read, since a row may say anything. A picture that
 * a camera took lying on its side has width and height of its row exchanged, which browsers do when they decode it.
 */
export function trustedSize<Row extends PixelSize>(row: Row, header: PixelSize | undefined): Row {
  if (!header) return row;
  const { width, height } = header;
  const isSame =
    (row.width === width && row.height === height) || (row.width === height && row.height === width);
  return isSame ? row : { ...row, width, height };
}
