import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { wipeHistory } from '../e2e/archives/read-history';
import { seedHistory } from '../seed/seed-history';
import { median, type Measurement } from './measurement';
import { measureGrowth, readMemory } from './process-memory';

/** Histories of 2.1 GB. */
const LARGE = [
  { name: '1.5 MB', images: 1400, bytes: 1_500_000 },
  { name: '300 kB', images: 7000, bytes: 300_000 },
] as const;

const SMALL_BYTES = 20_000;

const LENGTHS = { short: 1000, long: 10_000 } as const;

const ROUNDS = 5;

const PATIENCE = { timeout: 600_000 };

/** Runs in a page of the extension: reads the bytes of every original, one after the other. */
const READ_ALL = `(async () => {
  const opening = indexedDB.open('depict');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const store = () => opening.result.transaction('originals').objectStore('originals');
  const ids = await done(store().getAllKeys());
  const start = performance.now();
  let bytes = 0;
  for (const id of ids) bytes += (await (await done(store().get(id))).arrayBuffer()).byteLength;
  opening.result.close();
  return bytes / 1000 / (performance.now() - start);
})()`;

/** Runs in the page: milliseconds from the next click until a text is there. Whoever asks from outside looks too seldom. */
function timeToText(text: string): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    addEventListener('click', () => (start = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (!document.body.textContent.includes(text)) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export and import' });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds from the click. */
interface ExportTimes {
  /** Until the archive is complete and the browser has it for saving. */
  readonly complete: number;
  /** Until it is among the downloads. */
  readonly saved: number;
}

/** Exports everything through the page. */
async function exportAll(page: Page, pictures: number, path?: string): Promise<ExportTimes> {
  await page.getByRole('button', { name: 'Export and import' }).click();
  const start = dialog(page).getByRole('button', { name: /^Export \d/ });
  await start.waitFor(PATIENCE);
  const downloading = page.waitForEvent('download', PATIENCE);
  const watched = page.evaluate(timeToText, `${pictures} pictures exported as`);
  await start.click();
  const complete = await watched;
  const download = await downloading;
  const saving = await timed(() => download.path());
  if (path !== undefined) await download.saveAs(path);
  await download.delete();
  await page.keyboard.press('Escape');
  return { complete, saved: complete + saving };
}

/** Imports an archive through the page. @returns milliseconds it was looked through and written */
async function importAll(page: Page, pictures: number, path: string): Promise<number> {
  await page.getByRole('button', { name: 'Export and import' }).click();
  const start = dialog(page).getByRole('button', { name: `Import ${pictures} pictures` });
  const checked = await timed(async () => {
    await dialog(page).getByLabel('Files to import').setInputFiles(path);
    await start.waitFor(PATIENCE);
  });
  const written = await timed(async () => {
    await start.click();
    await dialog(page).getByText(`and now has ${pictures}.`).first().waitFor(PATIENCE);
  });
  await page.keyboard.press('Escape');
  return checked + written;
}

/** Opens the history of a profile in a browser of its own. */
async function withBrowser<Result>(
  userDataDir: string,
  work: (extension: LaunchedExtension) => Promise<Result>,
): Promise<Result> {
  const extension = await launchExtension({
    extensionPath: requireBuiltExtension(),
    headless: true,
    userDataDir,
  });
  try {
    return await work(extension);
  } finally {
    await extension.close();
  }
}

async function openHistory(extension: LaunchedExtension): Promise<Page> {
  const page = await extension.openPage('gallery.html');
  await page.locator('[data-image-id]').first().waitFor();
  return page;
}

/** Fills a profile, and opens it as often as the work wants. */
async function withHistory<Result>(
  images: number,
  bytes: number,
  work: (visit: <Found>(look: (page: Page) => Promise<Found>) => Promise<Found>) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'depict-archives-'));
  try {
    await withBrowser(profile, (extension) => seedHistory(extension, { images, bytes }));
    return await work((look) =>
      withBrowser(profile, async (extension) => look(await openHistory(extension))),
    );
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Memory and speed of an export of 2 GB. */
function measureExport({
  name: size,
  images,
  bytes,
}: (typeof LARGE)[number]): Promise<readonly Measurement[]> {
  const title = `export of 2 GB in ${size}`;
  return withHistory(images, bytes, async (visit) => {
    const samples = {
      speed: [] as number[],
      saved: [] as number[],
      floor: [] as number[],
      all: [] as number[],
      one: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      // In a browser that has read nothing else: neither what the floor leaves behind nor an archive that is being saved.
      await visit(async (page) => {
        const growth = await measureGrowth(readMemory(), () => exportAll(page, images));
        samples.all.push(growth.all);
        samples.one.push(growth.one);
      });
    }
    await visit(async (page) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        samples.floor.push(Number(await page.evaluate(READ_ALL)));
        const took = await exportAll(page, images);
        samples.speed.push((images * bytes) / 1000 / took.complete);
        samples.saved.push((images * bytes) / 1000 / took.saved);
      }
    });
    const floor = median(samples.floor);
    const memory = (name: string, ours: readonly number[]): Measurement => ({
      name: `${title}: memory of ${name}`,
      unit: 'MB',
      ours: median(ours),
      floor: 0,
      goal: 300,
      rule: '300 MB more than idle',
      samples: { ours, floor: [] },
    });
    return [
      {
        name: title,
        unit: 'MB/s',
        ours: median(samples.speed),
        floor,
        goal: floor / 2,
        moreIsBetter: true,
        rule: 'half as fast as reading the same blobs',
        samples: { ours: samples.speed, floor: samples.floor },
      },
      {
        name: `${title}, until the browser has saved it`,
        unit: 'MB/s',
        ours: median(samples.saved),
        floor,
        goal: floor / 4,
        moreIsBetter: true,
        rule: 'a quarter of reading the same blobs: they are read twice and written',
        samples: { ours: samples.saved, floor: samples.floor },
      },
      memory('all processes', samples.all),
      memory('the largest', samples.one),
    ];
  });
}

/** Milliseconds for a picture of an import. */
function measureImport(pictures: number, folder: string): Promise<number> {
  return withHistory(pictures, SMALL_BYTES, (visit) =>
    visit(async (page) => {
      const path = join(folder, `${pictures}.zip`);
      await exportAll(page, pictures, path);
      await wipeHistory(page);
      await page.reload();
      await page.getByText('No pictures yet').waitFor();
      return (await importAll(page, pictures, path)) / pictures;
    }),
  );
}

/** What taking a history elsewhere and bringing it back costs. */
export async function measureArchives(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'depict-archives-'));
  try {
    const exported: Measurement[] = [];
    for (const history of LARGE) exported.push(...(await measureExport(history)));
    const short = await measureImport(LENGTHS.short, folder);
    const long = await measureImport(LENGTHS.long, folder);
    return [
      ...exported,
      {
        name: 'import of 10,000: one picture',
        unit: 'ms',
        ours: long,
        floor: short,
        goal: short * 1.5,
        rule: '1.5 × the same among 1,000',
        samples: { ours: [long], floor: [short] },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
