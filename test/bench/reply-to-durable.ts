import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { openBackgroundHeap, type BackgroundHeap } from './background-heap';
import { median, type Measurement } from './measurement';
import { startReplyServer, type ReplyServer } from './reply-server';

const ROUNDS = 7;
const PICTURES = 10;
const FACTOR = 1.5;

/** How often the body may be in memory. */
const MEMORY_FACTOR = 3;

/** Runs in a page: tells when all bytes of the next reply are on the disk, and when the job is done. */
const WATCH = `
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
        if ((await count('originals')) >= before[0] + ${PICTURES}) stored ??= now;
        if ((await count('pictures')) < before[1] + ${PICTURES}) return;
        channel.close();
        database.close();
        resolve({ stored, done: now });
      };
    };
  });
  undefined;
`;

/** Runs in a page: the same bytes, decoded and written in one strict transaction by nothing but the browser. */
const FLOOR = `(async (address) => {
  const reply = await (await fetch(address, { method: 'POST', body: '{}' })).json();
  const texts = reply.data.map((item) => item.b64_json);
  const database = await new Promise((resolve) => {
    const request = indexedDB.open('bench-floor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('originals', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
  });
  const started = performance.now();
  const blobs = texts.map((text) => new Blob([Uint8Array.fromBase64(text)], { type: 'image/png' }));
  const transaction = database.transaction('originals', 'readwrite', { durability: 'strict' });
  for (const blob of blobs) transaction.objectStore('originals').add(blob);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const took = performance.now() - started;
  database.close();
  await new Promise((resolve) => { indexedDB.deleteDatabase('bench-floor').onsuccess = resolve; });
  return took;
})`;

const landedSchema = v.object({ stored: v.number(), done: v.number() });

/** Most bytes the background held at once while the work ran, above what it held before. */
async function watchHeap(heap: BackgroundHeap, work: () => Promise<unknown>): Promise<number> {
  await heap.collectGarbage();
  const before = await heap.used();
  const seen: number[] = [];
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) seen.push((await heap.used()) - before);
  };
  const watching = watch();
  await work();
  over.abort();
  await watching;
  return Math.max(...seen);
}

async function drawOnce(
  page: Page,
  server: ReplyServer,
  round: number,
): Promise<{ readonly stored: number; readonly done: number }> {
  await page.evaluate(WATCH);
  const request = JSON.stringify({
    type: 'generate',
    prompt: `Round ${round}`,
    parameters: { model: 'gpt-image-1', n: PICTURES },
  });
  await page.evaluate(`chrome.runtime.sendMessage(${request})`);
  const landed = v.parse(landedSchema, await page.evaluate('landed'));
  return { stored: landed.stored - server.lastByteAt(), done: landed.done - server.lastByteAt() };
}

async function connect(extension: LaunchedExtension, { baseUrl }: ReplyServer): Promise<Page> {
  const page = await extension.openPage('options.html');
  await fillServer(page, { baseUrl, key: 'sk-bench' });
  await saveButton(page).click();
  await page.getByText('Saved. Depict may talk to').waitFor();
  return page;
}

/** From the last byte of a reply with ten pictures of 3 MB until all of them are on the disk. */
export async function measureReply(): Promise<readonly Measurement[]> {
  const server = await startReplyServer(PICTURES);
  const granted = copyGrantedExtension();
  const extension = await launchExtension({ extensionPath: granted.path, headless: true });
  const samples = {
    stored: [] as number[],
    done: [] as number[],
    floor: [] as number[],
    heap: [] as number[],
  };
  try {
    const page = await connect(extension, server);
    const heap = await openBackgroundHeap(extension);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const address = JSON.stringify(`${server.baseUrl}/images/generations`);
      const floor = v.parse(v.number(), await page.evaluate(`${FLOOR}(${address})`));
      const { stored, done } = await drawOnce(page, server, round);
      if (round === 0) continue;
      samples.floor.push(floor);
      samples.stored.push(stored);
      samples.done.push(done);
    }
    for (let round = 0; round < 3; round += 1) {
      const most = await watchHeap(heap, () => drawOnce(page, server, ROUNDS + 1 + round));
      samples.heap.push(most / 1e6);
    }
  } finally {
    await extension.close();
    await server.close();
    granted.remove();
  }
  const floor = median(samples.floor);
  const body = server.bodyBytes / 1e6;
  return [
    {
      name: 'last byte of ten 3 MB pictures → on the disk',
      unit: 'ms',
      ours: median(samples.stored),
      floor,
      goal: floor * FACTOR,
      rule: `≤ ${FACTOR} × decoding and one strict transaction (looked at and done: ${median(samples.done).toFixed(0)} ms)`,
      samples: { ours: samples.stored, floor: samples.floor },
    },
    {
      name: 'most memory for that reply',
      unit: 'MB',
      ours: Math.max(...samples.heap),
      floor: body,
      goal: body * MEMORY_FACTOR,
      rule: `≤ ${MEMORY_FACTOR} × the body`,
      samples: { ours: samples.heap, floor: [] },
    },
  ];
}
