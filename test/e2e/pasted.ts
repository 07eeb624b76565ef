import type { Page } from 'playwright-core';
import { poll } from '../browser/poll';

/** Keeps what a paste brings: text, or the type and size of a picture. */
const KEEP_PASTED = `document.addEventListener('paste', async ({ clipboardData }) => {
  const [file] = clipboardData.files;
  const bitmap = file && (await createImageBitmap(file));
  globalThis.pasted = file
    ? { type: file.type, width: bitmap.width, height: bitmap.height }
    : clipboardData.getData('text/plain');
})`;

/** What is on the clipboard, as a page of its own gets it by pasting. */
export async function paste(page: Page): Promise<unknown> {
  const reader = await page.context().newPage();
  await reader.setContent('<textarea></textarea>');
  await reader.evaluate(KEEP_PASTED);
  // A bubble of the browser, such as that of a download, may have the keys at first.
  const what = await poll('something to be pasted', async () => {
    await reader.locator('textarea').focus();
    await reader.keyboard.press('Control+V');
    return reader.evaluate<unknown>('globalThis.pasted');
  });
  await reader.close();
  await page.bringToFront();
  return what;
}
