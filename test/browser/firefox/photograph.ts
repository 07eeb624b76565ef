import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ChromeScope } from './chrome-scope';

/** Menus and popups are windows of their own and do not appear; tabs and the sidebar do. */
const PHOTOGRAPH = `async () => {
  const picture = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return bytes.toBase64();
}`;

/** Writes what Firefox's window shows to a PNG file. */
export async function photographWindow(chrome: ChromeScope, file: string): Promise<void> {
  const picture = v.parse(v.string(), await chrome.call(PHOTOGRAPH));
  await writeFile(file, Buffer.from(picture, 'base64'));
}
