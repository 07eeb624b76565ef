import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { readArchive } from './archives/read-archive';
import { wipeHistory } from './archives/read-history';
import { setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

const SEEDED = 12;

const folder = mkdtempSync(join(tmpdir(), 'depict-export-'));

let gallery: Page;

const dialog = () => gallery.getByRole('dialog', { name: 'Export and import' });

async function openDialog(): Promise<void> {
  await gallery.getByRole('button', { name: 'Export and import' }).click();
  await dialog().waitFor();
}

async function closeDialog(): Promise<void> {
  await gallery.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  // So large that they are referred to.
  await seedHistory(world().extension, { images: SEEDED, bytes: 160_000 });
  gallery = await world().extension.openPage('gallery.html');
  await gallery.locator('[data-image-id]').first().waitFor();
});

/** Names of the files that exports left on the disk. */
const LEFT_FILES = `(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports', { create: true });
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
})()`;

test('an export that is cancelled leaves nothing behind', async () => {
  // The disk takes its time, so that a person can be quicker.
  await gallery.evaluate(() => {
    const { prototype } = FileSystemWritableFileStream;
    const write = prototype.write;
    prototype.write = function later(this: FileSystemWritableFileStream, data) {
      return new Promise((resolve, reject) => {
        addEventListener('disk-is-ready', () => void write.call(this, data).then(resolve, reject));
      });
    };
  });
  await openDialog();
  await dialog().getByRole('button', { name: 'Export 12 pictures' }).click();
  await dialog()
    .getByRole('progressbar', { name: 'Checking the pictures and putting the archive together' })
    .waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await gallery.evaluate(() => dispatchEvent(new Event('disk-is-ready')));
  await dialog().getByText('Export cancelled. Nothing was saved.').first().waitFor();
  expect(await gallery.evaluate(LEFT_FILES)).toEqual([]);
});

test('an export for which there is no room says so, and leaves nothing behind', async () => {
  await gallery.evaluate(() => {
    FileSystemWritableFileStream.prototype.write = () =>
      Promise.reject(new DOMException('No room', 'QuotaExceededError'));
  });
  await dialog().getByRole('button', { name: 'Back' }).click();
  await dialog().getByRole('button', { name: 'Export 12 pictures' }).click();
  await dialog().getByText('There is not enough room on this computer').first().waitFor();
  expect(await gallery.evaluate(LEFT_FILES)).toEqual([]);
  await closeDialog();
  await gallery.reload();
  await gallery.locator('[data-image-id]').first().waitFor();
});

/** Keeps the archive that the page hands to the browser, in place of a download that is over before anything can happen. */
const CATCH_ARCHIVE = `(() => {
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type === 'application/zip') globalThis.caught = blob;
    return create.call(URL, blob);
  };
})()`;

test('an archive stays whole when its pictures are deleted while the browser is saving it', async () => {
  await gallery.evaluate(CATCH_ARCHIVE);
  await openDialog();
  const downloading = gallery.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Export 12 pictures' }).click();
  await (await downloading).delete();
  await dialog().getByText('12 pictures exported as').first().waitFor();
  await closeDialog();
  await wipeHistory(gallery);
  const caught = await gallery.evaluate('caught.arrayBuffer().then((all) => new Uint8Array(all).toBase64())');
  const late = join(folder, 'late.zip');
  writeFileSync(late, Buffer.from(String(caught), 'base64'));
  const { files, manifest } = await readArchive(late);
  expect(manifest.pictures).toHaveLength(SEEDED);
  for (const { path, picture } of manifest.pictures) {
    expect(sha256(files.get(path) ?? Buffer.of()), path).toBe(picture.sha256);
  }
});

/** Opens the history as it is an hour and more later. */
async function openLater(): Promise<Page> {
  const later = await world().extension.context.newPage();
  await later.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 61 * 60_000;
  });
  await later.goto(world().extension.url('gallery.html'));
  return later;
}

test('what an export left on the disk goes when the history is opened once nobody can be saving it any more', async () => {
  expect(await gallery.evaluate(LEFT_FILES)).not.toEqual([]);
  const later = await openLater();
  await expect.poll(() => gallery.evaluate(LEFT_FILES)).toEqual([]);
  await later.close();
});
