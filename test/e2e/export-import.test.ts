import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { buildZip } from '../archive/build-zip';
import { seedHistory } from '../seed/seed-history';
import { readArchive } from './archives/read-archive';
import { readHistory, wipeHistory, type HistoryDump } from './archives/read-history';
import { askBackground } from './ask-background';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

const KEY = 'sk-e2e-archive-key';
const SEEDED = 40;

const folder = mkdtempSync(join(tmpdir(), 'depict-archive-'));

let gallery: Page;
/** The archive that the first test makes, and what was in the history then. */
let archive = '';
let before: HistoryDump;

async function wipe(): Promise<void> {
  await wipeHistory(gallery);
  await gallery.goto('about:blank');
  await gallery.goto(world().extension.url('gallery.html'));
  await gallery.getByText('No pictures yet').waitFor();
}

const dialog = () => gallery.getByRole('dialog', { name: 'Export and import' });

async function openDialog(): Promise<void> {
  await gallery.getByRole('button', { name: 'Export and import' }).click();
  await dialog().waitFor();
}

async function closeDialog(): Promise<void> {
  await gallery.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

async function saveDownload(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const chooseFiles = (...paths: readonly string[]) =>
  dialog()
    .getByLabel('Files to import')
    .setInputFiles([...paths]);

/** Drops a file on the page as a file manager does. */
async function drop(name: string, type: string, bytes: Buffer): Promise<void> {
  await gallery.evaluate(
    ([base64, fileName, fileType]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.fromBase64(base64)], fileName, { type: fileType }));
      const init = { bubbles: true, cancelable: true, dataTransfer };
      document.body.dispatchEvent(new DragEvent('dragenter', init));
      document.body.dispatchEvent(new DragEvent('drop', init));
    },
    [bytes.toString('base64'), name, type] as const,
  );
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Takes away what differs in a row that was imported: its end is no news any more. */
const settled = ({ jobs }: HistoryDump): readonly unknown[] => jobs.map(({ unseen: _, ...job }) => job);

beforeAll(async () => {
  await connect(world(), KEY);
  const panel = await world().extension.openPage('sidepanel.html');
  await generate(panel, 'A fox <b>& "friends"</b> in snow');
  await jobWith(panel, 'A fox', 'done');
  await generate(panel, 'Nothing of this [[content-blocked]]');
  await jobWith(panel, 'Nothing of this', 'failed');
  await panel.close();
  await seedHistory(world().extension, { images: SEEDED, bytes: 160_000 });
  gallery = await world().extension.openPage('gallery.html');
  await gallery.locator('[data-image-id]').first().waitFor();
  before = await readHistory(gallery);
});

test('an export has every picture to the last byte, and never the key', async () => {
  await openDialog();
  await dialog()
    .getByText(`${SEEDED + 1} pictures`, { exact: false })
    .first()
    .waitFor();
  const downloading = gallery.waitForEvent('download');
  await dialog()
    .getByRole('button', { name: `Export ${SEEDED + 1} pictures` })
    .click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^Depict \d{4}-\d\d-\d\d, 41 pictures\.zip$/);
  archive = await saveDownload(download);
  await dialog().getByText('41 pictures exported as').first().waitFor();
  await closeDialog();

  expect(readFileSync(archive).includes(KEY)).toBe(false);
  const { files, manifest } = await readArchive(archive);
  expect(manifest.jobs).toHaveLength(before.jobs.length);
  expect(manifest.pictures.map(({ picture }) => picture.id).toSorted()).toEqual(
    before.pictures.map(({ id }) => id).toSorted(),
  );
  for (const { path, picture } of manifest.pictures) {
    expect(sha256(files.get(path) ?? Buffer.of()), path).toBe(picture.sha256);
  }
});

test('what comes back after everything was lost is the same', async () => {
  await wipe();
  await openDialog();
  await chooseFiles(archive);
  await dialog().getByText('41 pictures in this archive').waitFor();
  await dialog().getByRole('button', { name: 'Import 41 pictures' }).click();
  await dialog().getByText('The history had 0 pictures and now has 41.').first().waitFor();
  await closeDialog();
  // All of them, and the job that was not drawn.
  await gallery
    .locator(`[aria-setsize="${SEEDED + 2}"]`)
    .first()
    .waitFor();
  const after = await readHistory(gallery);
  expect(after.pictures).toEqual(before.pictures);
  expect(after.bytes).toEqual(before.bytes);
  expect(settled(after)).toEqual(settled(before));
});

test('pictures that are here already are skipped, and an import can be taken back', async () => {
  await openDialog();
  await chooseFiles(archive);
  await dialog().getByText('41 are here already').waitFor();
  await dialog().getByText('Everything in this archive is here already.').waitFor();
  await dialog().getByRole('radio', { name: 'Keep both' }).check();
  await dialog().getByRole('button', { name: 'Import 41 pictures' }).click();
  await dialog().getByText('The history had 41 pictures and now has 82.').first().waitFor();
  await dialog().getByRole('button', { name: 'Undo' }).click();
  await dialog().getByText('41 pictures taken back').first().waitFor();
  await closeDialog();
  const after = await readHistory(gallery);
  expect(after.pictures).toEqual(before.pictures);
  expect(after.jobs).toHaveLength(before.jobs.length);
});

test('a broken archive is refused in words, and nothing is changed', async () => {
  const bytes = readFileSync(archive);
  const damaged = join(folder, 'damaged.zip');
  // Somewhere in the first picture.
  bytes[2000] = (bytes[2000] ?? 0) ^ 0xff;
  writeFileSync(damaged, bytes);
  await openDialog();
  await chooseFiles(damaged);
  await dialog().getByText('is not the one that was exported').first().waitFor();
  await dialog().getByText('Nothing was imported, and nothing was changed.').first().waitFor();
  await dialog().getByRole('button', { name: 'Back' }).click();
  const cut = join(folder, 'cut.zip');
  writeFileSync(cut, bytes.subarray(0, bytes.length - 1000));
  await chooseFiles(cut);
  await dialog().getByText('This archive is damaged.').first().waitFor();
  await closeDialog();
  expect((await readHistory(gallery)).pictures).toEqual(before.pictures);
});

test('an archive that leads out of its folder is refused', async () => {
  const evil = join(folder, 'evil.zip');
  const file = buildZip([{ name: '../../evil.txt', bytes: Buffer.from('evil') }]);
  writeFileSync(evil, Buffer.from(await file.arrayBuffer()));
  await openDialog();
  await chooseFiles(evil);
  await dialog().getByText('could lead out of its folder').first().waitFor();
  await closeDialog();
  expect((await readHistory(gallery)).pictures).toEqual(before.pictures);
});

test('only what is shown can be exported', async () => {
  await gallery.getByRole('searchbox', { name: 'Search history' }).fill('A fox <b>');
  await expect.poll(() => gallery.locator('[data-image-id]').count()).toBe(1);
  await openDialog();
  const downloading = gallery.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Export 1 picture', exact: true }).click();
  const path = await saveDownload(await downloading);
  await closeDialog();
  const { manifest } = await readArchive(path);
  expect([manifest.jobs.length, manifest.pictures.length]).toEqual([1, 1]);
  await gallery.getByRole('searchbox', { name: 'Search history' }).fill('');
});

test('what an import replaced is as it was when the import is taken back', async () => {
  const [noted = '', tagged = '', liked = '', deleted = ''] = before.pictures.map(({ id }) => id);
  const failed = before.jobs.filter(({ state }) => state === 'failed').map(({ id }) => id);
  for (const request of [
    { type: 'setNote', pictureId: noted, note: 'Written after the export' },
    { type: 'setTags', pictureId: tagged, tags: ['later', '以后'] },
    { type: 'setFavorite', pictureIds: [liked], favorite: before.pictures[2]?.['favorite'] !== true },
    { type: 'deletePictures', pictureIds: [deleted] },
    { type: 'dismissJobs', jobIds: failed, dismissed: true },
  ]) {
    expect(await askBackground(gallery, request)).toMatchObject({ ok: true });
  }
  const changed = await readHistory(gallery);
  await openDialog();
  await chooseFiles(archive);
  await dialog().getByRole('radio', { name: 'Replace them' }).check();
  await dialog().getByRole('button', { name: 'Replace 41 pictures' }).click();
  await dialog().getByText('The history had 40 pictures and now has 41.').first().waitFor();
  const replaced = await readHistory(gallery);
  expect(replaced.pictures).toEqual(before.pictures);
  expect(replaced.jobs).not.toEqual(changed.jobs);
  await dialog().getByRole('button', { name: 'Undo' }).click();
  await dialog().getByText('4 pictures are as they were before the import').first().waitFor();
  await closeDialog();
  expect(await readHistory(gallery)).toEqual(changed);
});

test('an archive that is dropped on the page asks what shall become of it', async () => {
  await wipe();
  await drop('history.zip', 'application/zip', readFileSync(archive));
  await dialog().getByText('41 pictures in this archive').waitFor();
  await dialog().getByRole('button', { name: 'Import 41 pictures' }).click();
  await dialog().getByText('The history had 0 pictures and now has 41.').first().waitFor();
  await closeDialog();
});

test('an archive that was unpacked and packed again in a folder comes back whole', async () => {
  await wipe();
  await openDialog();
  await chooseFiles('test/fixtures/reports/c-archive-zipped-again-in-a-folder.zip');
  await dialog().getByRole('button', { name: 'Import 3 pictures' }).click();
  await dialog().getByText('The history had 0 pictures and now has 3.').first().waitFor();
  await closeDialog();
  expect(await gallery.locator('[data-image-id]').count()).toBe(3);
  // The next tests use the first archive.
  await wipe();
  await openDialog();
  await chooseFiles(archive);
  await dialog().getByRole('button', { name: 'Import 41 pictures' }).click();
  await dialog().getByText('The history had 0 pictures and now has 41.').first().waitFor();
  await closeDialog();
});

test('a picture that is dropped on the page is found again, or comes in', async () => {
  const { files } = await readArchive(archive);
  const [, known = Buffer.of()] = [...files].find(([path]) => path.includes('A fox')) ?? [];
  await drop('some name.png', 'image/png', known);
  await gallery.getByRole('dialog', { name: 'Image viewer' }).waitFor();
  await gallery.keyboard.press('Escape');
  // The same with one byte more is another picture.
  await drop('A heron at dawn.png', 'image/png', Buffer.concat([known, Buffer.of(0)]));
  await gallery.getByText('1 picture imported').first().waitFor();
  await gallery.getByRole('img', { name: 'A heron at dawn' }).first().waitFor();
  await gallery.getByRole('button', { name: 'Undo' }).click();
  await gallery.getByText('1 picture taken back').first().waitFor();
  await gallery.getByRole('button', { name: 'Close' }).click();
  expect((await readHistory(gallery)).pictures).toEqual(before.pictures);
  await drop('page.png', 'image/png', Buffer.from('<html><script>alert(1)</script></html>'));
  await gallery.getByText('No picture Depict can keep: page.png').first().waitFor();
  await gallery.getByRole('button', { name: 'Close' }).click();
});

test('the page in the archive shows everything without Depict, and runs nothing', async () => {
  const unpacked = mkdtempSync(join(tmpdir(), 'depict-unpacked-'));
  for (const inner of ['pictures', 'thumbnails']) mkdirSync(join(unpacked, inner));
  const { files } = await readArchive(archive);
  for (const [path, bytes] of files) writeFileSync(join(unpacked, path), bytes);
  const page = await world().extension.context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(pathToFileURL(join(unpacked, 'index.html')).href);
  await page.getByText('A fox <b>& "friends"</b> in snow').waitFor();
  expect(await page.getByRole('listitem').count()).toBe(41);
  await expect
    .poll(() =>
      page
        .locator('img')
        .evaluateAll(
          (images) =>
            images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0).length,
        ),
    )
    .toBeGreaterThan(8);
  expect(await page.locator('script, b').count()).toBe(0);
  await page
    .getByRole('link')
    .filter({ has: page.getByRole('img', { name: 'A fox' }) })
    .click();
  await expect
    .poll(() =>
      page.locator('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    )
    .toBeGreaterThan(300);
  expect(refused).toEqual([]);
  await page.close();
});
