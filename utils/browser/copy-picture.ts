const PNG = 'image/png';

/** The picture as a PNG, which is the one form that every clipboard takes; one that is a PNG stays as it is. */
async function toPng(picture: Blob): Promise<Blob> {
  // Stored bytes may have lost their type, and the clipboard wants it told.
  if (picture.type === PNG) return new Blob([picture], { type: PNG });
  const bitmap = await createImageBitmap(picture);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: PNG });
  } finally {
    bitmap.close();
  }
}

/**
 * Puts a picture on the clipboard. To be called in the very turn of a click: the clipboard is asked at once and given the
 * picture when it is read, because browsers forget the click in the meantime.
 *
 * @throws {DOMException} when the browser does not let us, or the picture cannot be decoded
 */
export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ [PNG]: picture.then(toPng) })]);
}
