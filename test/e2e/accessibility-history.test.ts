import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { expectNoViolations } from './axe';
import { setUpGrantedWorld } from './connected-world';
import { putJobs } from './put-jobs';

const world = setUpGrantedWorld();

const PICTURES = 60;

const DAY = 24 * 3_600_000;

let gallery: Page;
const images = () => gallery.getByRole('list', { name: 'Images', exact: true });
const picture = (at: number) => images().locator('[data-image-id]').nth(at);
const viewer = () => gallery.getByRole('dialog', { name: 'Image viewer' });
const transfer = () => gallery.getByRole('dialog', { name: 'Export and import' });
const toolbar = () => gallery.getByRole('toolbar', { name: 'Selected pictures' });

/** Loads the history anew at a place. */
async function visit(place = ''): Promise<void> {
  await gallery.goto('about:blank');
  await gallery.goto(world().extension.url(`gallery.html${place}`));
  await gallery.getByRole('heading', { level: 1 }).waitFor();
}

async function visitPictures(place = ''): Promise<void> {
  await visit(place);
  await picture(1).getByRole('img').first().waitFor();
}

async function choose(...places: readonly number[]): Promise<void> {
  for (const at of places) await picture(at).getByRole('checkbox').check();
  await toolbar().waitFor();
}

beforeAll(async () => {
  await seedHistory(world().extension, { images: PICTURES, bytes: 20_000 });
  gallery = await world().extension.openPage('gallery.html');
  await putJobs(gallery, [
    {
      age: 1000,
      state: 'failed',
      prompt: 'A heron',
      failure: { kind: 'contentBlocked', status: 400, detail: 'Refused by the safety system.' },
    },
    { age: 2000, state: 'interrupted', prompt: 'The ferry' },
    {
      age: DAY,
      state: 'needs-permission',
      prompt: 'A picture far away',
      pendingPictures: [{ index: 0, address: 'https://pictures.far-away.example/one.png' }],
    },
  ]);
});

describe.for([
  { width: 1280, height: 860 },
  { width: 500, height: 800 },
])('in a window of $width by $height, axe finds nothing', (size) => {
  beforeAll(async () => {
    await gallery.setViewportSize(size);
  });

  test('with jobs that came to nothing, and one of them opened', async () => {
    await visitPictures();
    await images().locator('[data-state="interrupted"]').waitFor();
    await expectNoViolations(gallery);
    await images()
      .locator('[data-state="failed"]')
      .getByRole('button', { name: /^Failed/ })
      .click();
    await gallery.getByRole('dialog', { name: 'Job' }).waitFor();
    await expectNoViolations(gallery);
  });

  test('with pictures chosen, tags being written, and versions stacked', async () => {
    await visitPictures('#stacked=1');
    await choose(0, 1);
    await expectNoViolations(gallery);
    await gallery.keyboard.press('t');
    await gallery.getByRole('textbox', { name: 'Tags for the selected pictures' }).waitFor();
    await expectNoViolations(gallery);
  });

  test('with the filters, the keys and the frame for files', async () => {
    await visitPictures();
    await gallery.getByRole('button', { name: 'Filters' }).click();
    await gallery.getByRole('group', { name: 'Filters' }).waitFor();
    await expectNoViolations(gallery);
    await gallery.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await gallery.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await expectNoViolations(gallery);
    await gallery.keyboard.press('Escape');
    await gallery.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.zip'));
      document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
    });
    await gallery.locator('[popover]:popover-open').waitFor();
    await expectNoViolations(gallery);
  });

  test('with a picture looked at closely, and two compared both ways', async () => {
    await visitPictures();
    await picture(0).getByRole('button').click();
    await viewer().getByRole('img').first().waitFor();
    await gallery.keyboard.press('1');
    await viewer().getByText('100%').waitFor();
    await expectNoViolations(gallery);
    const ids = await images()
      .locator('[data-image-id]')
      .evaluateAll((all) => all.map((item) => item.getAttribute('data-image-id')));
    await visit(`#compare=${ids[0]},${ids.at(-1)}`);
    const compared = gallery.getByRole('dialog', { name: 'Compare images' });
    const column = (name: string) => compared.getByRole('columnheader', { name, exact: true }).waitFor();
    await compared.getByRole('img').nth(1).waitFor();
    // One stands above the other where there is no room beside it.
    await column(size.width < 760 ? 'Above' : 'Left');
    await expectNoViolations(gallery);
    await gallery.keyboard.press('v');
    await gallery.getByRole('slider', { name: 'How much of the left picture is seen' }).waitFor();
    await column('Left');
    await expectNoViolations(gallery);
  });

  test('in the storage page with another rule, and in the trash', async () => {
    await visit('#storage');
    await gallery.getByRole('combobox', { name: 'Move pictures to the trash' }).selectOption('90');
    await gallery.getByRole('button', { name: 'Use this rule' }).waitFor();
    await expectNoViolations(gallery);
    await visitPictures();
    await choose(5);
    await gallery.keyboard.press('Delete');
    await gallery.getByRole('button', { name: 'Undo' }).waitFor();
    await expectNoViolations(gallery);
    await visit('#trash');
    await gallery.getByRole('list', { name: 'Deleted images' }).getByRole('img').first().click();
    await gallery.getByRole('dialog').getByRole('img').waitFor();
    await expectNoViolations(gallery);
  });

  test('with an export and an import, before and after', async () => {
    await visitPictures('#q=heron');
    await gallery.getByRole('button', { name: 'Export and import' }).click();
    await transfer().getByRole('radio').first().waitFor();
    await expectNoViolations(gallery);
    const downloading = gallery.waitForEvent('download');
    await transfer()
      .getByRole('button', { name: /^Export \d+ pictures?$/ })
      .click();
    const archive = join(mkdtempSync(join(tmpdir(), 'depict-axe-')), 'history.zip');
    await (await downloading).saveAs(archive);
    await transfer()
      .getByText(/exported as/)
      .first()
      .waitFor();
    await expectNoViolations(gallery);
    await transfer().getByRole('button', { name: 'Back' }).click();
    await transfer().getByLabel('Files to import').setInputFiles(archive);
    await transfer().getByRole('radio', { name: 'Keep both' }).waitFor();
    await expectNoViolations(gallery);
  });
});

describe('the focus is never lost', () => {
  const focused = () =>
    gallery.evaluate(() => document.activeElement?.closest('[data-image-id]')?.getAttribute('data-image-id'));

  beforeAll(async () => {
    await gallery.setViewportSize({ width: 1280, height: 860 });
  });

  test('a viewer that is closed on an older version leaves it at the stack', async () => {
    await visitPictures('#stacked=1');
    const stack = images()
      .locator('[data-image-id]')
      .filter({ hasText: /versions/ })
      .first();
    const id = await stack.getAttribute('data-image-id');
    await stack.getByRole('button').click();
    await viewer()
      .getByRole('button', { name: /^Version 1 of/ })
      .click();
    await expect.poll(() => gallery.url()).not.toContain(id);
    await gallery.keyboard.press('Escape');
    await viewer().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe(id);
  });

  test("the browser's Back gives it to the picture that was opened", async () => {
    await visitPictures();
    const id = await picture(1).getAttribute('data-image-id');
    await picture(1).getByRole('button').click();
    await viewer().waitFor();
    await gallery.goBack();
    await viewer().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe(id);
  });

  test('the bar of what is chosen gives it back to the pictures, and the line for tags to where it was', async () => {
    await visitPictures();
    await choose(2);
    const tags = toolbar().getByRole('button', { name: 'Add tags' });
    await tags.focus();
    await gallery.keyboard.press('Enter');
    await gallery.getByRole('textbox', { name: 'Tags for the selected pictures' }).waitFor();
    await gallery.keyboard.press('Escape');
    await expect.poll(() => tags.evaluate((button) => button === document.activeElement)).toBe(true);
    await toolbar().getByRole('button', { name: 'Select nothing' }).focus();
    await gallery.keyboard.press('Enter');
    await toolbar().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe(await picture(2).getAttribute('data-image-id'));
  });
});
