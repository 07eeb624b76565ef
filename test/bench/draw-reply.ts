import type { Page } from 'playwright-core';
import * as v from 'valibot';
import type { LaunchedExtension } from '../browser/launched-extension';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import type { ReplyServer } from './reply-server';

/** Runs in a page: tells when all bytes of the next reply are on the disk, and when the job is done. */
const watch = (pictures: number): string => `
  globalThis.landed = new Promise((resolve) => {
    const request = indexedDB.open('depict');
    request.onsuccess = () => {
      const database = request.result;
      const count = (store) => new Promise((counted) => {
        const asked = database.transaction(store).objectStore(store).count();
        asked.onsuccess = () => counted(asked.result);
      });
      const channel = new BroadcastChannel('depict-changes');
      let stored;
      let before;
      const ready = Promise.all([count('originals'), count('pictures')]).then((counts) => (before = counts));
      channel.onmessage = async () => {
        const now = Date.now();
        await ready;
        if ((await count('originals')) >= before[0] + ${pictures}) stored ??= now;
        if ((await count('pictures')) < before[1] + ${pictures}) return;
        channel.close();
        database.close();
        resolve({ stored, done: now });
      };
    };
  });
  undefined;
`;

const landedSchema = v.object({ stored: v.number(), done: v.number() });

/** Draws one reply and waits until it is stored and done; milliseconds from its last byte. */
export async function drawReply(
  page: Page,
  server: ReplyServer,
  pictures: number,
  round: number,
): Promise<{ readonly stored: number; readonly done: number }> {
  await page.evaluate(watch(pictures));
  const request = JSON.stringify({
    type: 'generate',
    prompt: `Round ${round}`,
    parameters: { model: 'gpt-image-1', n: pictures },
  });
  await page.evaluate(`chrome.runtime.sendMessage(${request})`);
  const landed = v.parse(landedSchema, await page.evaluate('landed'));
  return { stored: landed.stored - server.lastByteAt(), done: landed.done - server.lastByteAt() };
}

/** Saves the server in the settings. */
export async function connectTo(extension: LaunchedExtension, { baseUrl }: ReplyServer): Promise<Page> {
  const page = await extension.openPage('options.html');
  await fillServer(page, { baseUrl, key: 'sk-bench' });
  await saveButton(page).click();
  await page.getByText('Saved. Depict may talk to').waitFor();
  return page;
}
