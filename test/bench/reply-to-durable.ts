import * as v from 'valibot';
import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import { connectTo, drawReply } from './draw-reply';
import { median, type Measurement } from './measurement';
import { startReplyServer } from './reply-server';

const ROUNDS = 7;
const PICTURES = 10;
const FACTOR = 1.5;

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

/** From the last byte of a reply with ten pictures of 3 MB until all of them are on the disk. */
export async function measureReply(): Promise<readonly Measurement[]> {
  const server = await startReplyServer({ pictures: PICTURES });
  const granted = copyGrantedExtension();
  const extension = await launchExtension({ extensionPath: granted.path, headless: true });
  const samples = {
    stored: [] as number[],
    done: [] as number[],
    floor: [] as number[],
  };
  try {
    const page = await connectTo(extension, server);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const address = JSON.stringify(`${server.baseUrl}/images/generations`);
      const floor = v.parse(v.number(), await page.evaluate(`${FLOOR}(${address})`));
      const { stored, done } = await drawReply(page, server, PICTURES, round);
      if (round === 0) continue;
      samples.floor.push(floor);
      samples.stored.push(stored);
      samples.done.push(done);
    }
  } finally {
    await extension.close();
    await server.close();
    granted.remove();
  }
  const floor = median(samples.floor);
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
  ];
}
