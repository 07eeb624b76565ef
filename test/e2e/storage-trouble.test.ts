import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { poll } from '../browser/poll';
import { stopBackground } from '../browser/stop-background';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let panel: Page;
beforeAll(async () => {
  await connect(world());
  panel = await world().extension.openPage('sidepanel.html');
});

/** Lets the background's disk be full: every write of picture bytes ends as it does then. */
async function fillDisk(): Promise<void> {
  const background = await world().extension.serviceWorker();
  await background.evaluate(`{
    const { add } = IDBObjectStore.prototype;
    globalThis.refused = 0;
    globalThis.makeRoom = () => { IDBObjectStore.prototype.add = add; };
    IDBObjectStore.prototype.add = function (...call) {
      if (this.name === 'originals') {
        globalThis.refused += 1;
        throw new DOMException('No room', 'QuotaExceededError');
      }
      return add.apply(this, call);
    };
  }`);
}

/** How many writes found no room. */
async function countRefused(): Promise<number> {
  const background = await world().extension.serviceWorker();
  return background.evaluate<number>('globalThis.refused');
}

async function makeRoom(): Promise<void> {
  const background = await world().extension.serviceWorker();
  await background.evaluate('globalThis.makeRoom()');
}

const unsaved = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved yet' });

test('a picture for which there is no room is kept in memory, downloaded byte for byte, and saved once there is', async () => {
  const { extension, sandbox } = world();
  await fillDisk();
  await generate(panel, 'Too much for the disk');
  const job = await jobWith(panel, 'Too much for the disk', 'failed');
  expect(await job.innerText()).toContain('There is no room left on this computer');
  await unsaved(panel).getByText('1 picture', { exact: true }).waitFor();
  const gallery = await extension.openPage('gallery.html');
  await unsaved(gallery).getByText('Too much for the disk').waitFor();

  const downloading = gallery.waitForEvent('download');
  await unsaved(gallery).getByRole('button', { name: 'Download' }).click();
  const file = await (await downloading).path();
  const downloaded = await readFile(file);
  expect(downloaded.subarray(1, 4).toString()).toBe('PNG');

  // Still no room: it says so again, and holds on to it.
  const refused = await countRefused();
  await unsaved(panel).getByRole('button', { name: 'Save again' }).click();
  await expect.poll(countRefused).toBeGreaterThan(refused);
  await jobWith(panel, 'Too much for the disk', 'failed');
  await unsaved(panel).waitFor();

  await makeRoom();
  await unsaved(panel).getByRole('button', { name: 'Save again' }).click();
  await jobWith(panel, 'Too much for the disk', 'done');
  await unsaved(panel).waitFor({ state: 'detached' });
  await gallery.getByRole('img', { name: 'Too much for the disk' }).first().waitFor();
  await gallery.getByRole('list', { name: 'Images' }).getByRole('button').first().click();
  const again = gallery.waitForEvent('download');
  await gallery.getByRole('button', { name: 'Download' }).click();
  expect((await readFile(await (await again).path())).equals(downloaded)).toBe(true);
  expect(sandbox.generations()).toHaveLength(1);
  await gallery.close();
});

test('work goes on over a new connection when the browser closes the one to the database', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const internals = await extension.openTab('chrome://indexeddb-internals');
  const close = internals.getByText('Force close').first();
  await close.waitFor();
  await close.click();
  await generate(panel, 'After the connection broke');
  await jobWith(panel, 'After the connection broke', 'done');
  expect(sandbox.generations()).toHaveLength(1);
  await internals.close();
});

/** In a bare page of the extension: makes the database of the version before, and holds it. */
const HOLD_OLD_DATABASE = `new Promise((resolve, reject) => {
  const removal = indexedDB.deleteDatabase('depict');
  removal.onerror = () => reject(removal.error);
  removal.onsuccess = () => {
    const opening = indexedDB.open('depict', 2);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('state', 'state');
      const pictures = database.createObjectStore('pictures', { keyPath: 'id' });
      pictures.createIndex('jobId', 'jobId');
      pictures.createIndex('deletedAt', 'deletedAt');
      for (const name of ['originals', 'thumbnails', 'drafts']) database.createObjectStore(name);
      database.createObjectStore('previews', { keyPath: ['jobId', 'request'] });
      database.createObjectStore('credentials', { keyPath: 'providerId' });
      database.createObjectStore('knowledge', { keyPath: 'providerId' });
      database.createObjectStore('spending', { keyPath: ['day', 'providerId', 'model'] });
    };
    opening.onsuccess = () => { globalThis.held = opening.result; resolve(); };
    opening.onerror = () => reject(opening.error);
  };
})`;

test('a page from before an update that holds the database is told of, and once it is closed all works', async () => {
  const { extension } = world();
  const old = await extension.openPage('icon/128.png');
  await panel.goto('about:blank');
  for (const page of extension.context.pages()) {
    if (page !== old && page !== panel && page.url().startsWith(extension.url(''))) await page.close();
  }
  await stopBackground(extension, old);
  await old.evaluate(HOLD_OLD_DATABASE);

  await panel.goto(extension.url('sidepanel.html'));
  await panel.getByRole('alert').getByText('Close Depict’s other pages').first().waitFor();
  const gallery = await extension.openPage('gallery.html');
  await gallery.getByText('Close Depict’s other pages').first().waitFor();
  const button = () => panel.evaluate<string>('chrome.action.getTitle({})');
  await expect.poll(button).toContain('its storage does not work');

  await old.close();
  await gallery.reload();
  await gallery.getByText('No pictures yet').waitFor();
  await panel.reload();
  await panel.getByText('No jobs yet').waitFor();
});

test('a page that is older than the database says that it must be loaded again', async () => {
  const { extension } = world();
  const page = await extension.openPage('icon/128.png');
  await stopBackground(extension, page);
  for (const other of extension.context.pages()) {
    if (other !== page && other.url().startsWith(extension.url(''))) await other.goto('about:blank');
  }
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('depict', 99);
    opening.onsuccess = () => { opening.result.close(); resolve(); };
    opening.onerror = () => reject(opening.error);
  })`);
  const gallery = await poll('the history', () => extension.openPage('gallery.html'));
  await gallery.getByText('Depict was updated while this page was open. Reload the page.').first().waitFor();
});
