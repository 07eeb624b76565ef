import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { waitForPicture } from '../browser/firefox/history';
import { READ_JOBS, waitForNewestJob } from '../browser/firefox/jobs';
import { press } from '../browser/firefox/server-form';
import { poll } from '../browser/poll';
import { SENTENCE } from '../browser/main-job/serve-passage';
import { readHistory, wipeHistory } from '../e2e/archives/read-history';
import { drawSentence } from './drawing';
import { connect, setUpFirefox } from './support';

const world = setUpFirefox();

/** Keeps the archive that the page hands to the browser, in place of a download that nobody could look into. */
const CATCH_FILE = `(() => {
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type === 'application/zip') window.caught = blob;
    return create.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
})()`;

/** The bytes themselves, because the file goes with the page that caught it. */
const DROP_CAUGHT = `(async () => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([await window.caught.arrayBuffer()], 'history.zip'));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
})()`;

/** Waits until the dialog says words that hold these; the page behind it has messages of its own. */
const waitForWords = (gallery: Page, words: string): Promise<true> =>
  poll(`the dialog to say "${words}"`, async () => {
    const said = await gallery.$$eval('dialog [role="status"]', (all) => all.map((one) => one.textContent));
    return said.some((text) => text.includes(words)) || undefined;
  });

beforeAll(async () => {
  await connect(world());
});

test('a history goes into an archive and comes back whole', async () => {
  const sidebar = await drawSentence(world());
  await waitForNewestJob(() => sidebar.call(READ_JOBS), 'done');
  const gallery = await world().firefox.openPage('gallery.html');
  await waitForPicture(gallery, SENTENCE.text);
  const before = await readHistory(gallery);
  expect(before.pictures).toHaveLength(1);

  await gallery.evaluate(CATCH_FILE);
  await press(gallery, 'Export and import');
  await press(gallery, 'Export 1 picture');
  await waitForWords(gallery, '1 picture exported as');
  await press(gallery, 'Close');
  await wipeHistory(gallery);
  await gallery.evaluate(DROP_CAUGHT);
  await press(gallery, 'Import 1 picture');
  await waitForWords(gallery, 'The history had 0 pictures and now has 1.');
  expect(await readHistory(gallery)).toEqual(before);
});
