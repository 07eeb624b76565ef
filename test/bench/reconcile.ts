import type { Page } from 'playwright-core';
import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { stopBackground } from '../browser/stop-background';
import { median, type Measurement } from './measurement';

const ROUNDS = 15;
const FEW = 10;
const MANY = 10_000;

/** How much two runs of the same may differ on a noisy machine. */
const NOISE = 1.1;

/** Runs in a page: finished jobs as the background leaves them, which is what the figure depends on. */
const SEED = `(async (jobs) => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open('depict');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('jobs', 'readwrite');
  const row = {
    state: 'done', prompt: 'A finished job of the bench, with words as people write them', attempts: 1,
    parameters: { model: 'gpt-image-1', size: '1024x1024' }, providerId: 'https://dddai.dev',
    createdAt: 1, startedAt: 2, finishedAt: 3, pictureIds: ['none'],
    request: { model: 'gpt-image-1', prompt: 'A finished job of the bench, with words as people write them' },
  };
  for (let place = 0; place < jobs; place += 1) {
    transaction.objectStore('jobs').put({ ...row, id: 'bench-' + String(place).padStart(6, '0') });
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
})`;

/** Runs in a page: leaves a job as a background does that dies over it. */
const LEAVE_RUNNING = `(async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open('depict');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('jobs', 'readwrite');
  transaction.objectStore('jobs').put({
    id: 'running', state: 'running', prompt: 'Left behind', attempts: 1,
    parameters: { model: 'gpt-image-1' }, createdAt: 1, startedAt: 2, pictureIds: [],
  });
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
})()`;

/** Runs in a page: wakes the background, and tells after how many milliseconds it put that job right. */
const WAKE = `new Promise((resolve) => {
  const channel = new BroadcastChannel('depict-changes');
  const started = performance.now();
  channel.onmessage = ({ data }) => {
    if (!data.jobs?.includes('running')) return;
    channel.close();
    resolve(performance.now() - started);
  };
  chrome.runtime.sendMessage({ type: 'checkStorage' });
})`;

interface Side {
  measure(): Promise<number>;
  close(): Promise<void>;
}

async function openSide(path: string, jobs: number): Promise<Side> {
  const extension: LaunchedExtension = await launchExtension({ extensionPath: path, headless: true });
  const page: Page = await extension.openPage('diagnostics.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(extension.url('icon/16.png'));
  await page.evaluate(`${SEED}(${jobs})`);
  return {
    async measure() {
      await stopBackground(extension, page);
      await page.evaluate(LEAVE_RUNNING);
      return page.evaluate<number>(WAKE);
    },
    close: () => extension.close(),
  };
}

/** From a message that wakes the background until a job that an earlier one left is put right: with few and many jobs. */
export async function measureReconcile(): Promise<readonly Measurement[]> {
  const granted = copyGrantedExtension();
  const few = await openSide(granted.path, FEW);
  const many = await openSide(granted.path, MANY);
  const samples: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await many.measure();
      const floor = await few.measure();
      // The first round fills caches.
      if (round === 0) continue;
      samples.ours.push(ours);
      samples.floor.push(floor);
    }
  } finally {
    await few.close();
    await many.close();
    granted.remove();
  }
  const floor = median(samples.floor);
  return [
    {
      name: `a job left running is put right, among ${MANY} jobs`,
      unit: 'ms',
      ours: median(samples.ours),
      floor,
      goal: floor * NOISE,
      rule: `≤ among ${FEW} jobs, within 10 % of noise`,
      samples,
    },
  ];
}
