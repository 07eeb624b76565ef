import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;
const tiles = () => gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
const viewer = () => gallery.getByRole('dialog', { name: 'Image viewer' });

beforeAll(async () => {
  await connect(world());
  gallery = await world().extension.openPage('gallery.html');
  await gallery.getByText('No pictures yet').waitFor();
  const panel = await world().extension.openPage('sidepanel.html');
  for (const prompt of ['First of all', 'Second to none']) {
    await generate(panel, prompt);
    await jobWith(panel, prompt, 'done');
  }
  await dispatchMenuClick(await world().extension.serviceWorker(), {
    selectionText: 'Third time lucky',
    title: 'A page to return to',
    pageUrl: 'https://user:secret@example.com/chapter#3',
  });
  await panel.getByRole('list', { name: 'Jobs' }).locator('[data-state="done"]').nth(2).waitFor();
  await gallery.bringToFront();
});

test('an open history shows new pictures as they come, newest first, with the prompt as their words', async () => {
  await tiles().nth(2).waitFor();
  const words = await tiles()
    .getByRole('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('alt')));
  expect(words).toEqual(['Third time lucky', 'Second to none', 'First of all']);
});

test('the viewer tells the prompt, the parameters and the page, without credentials', async () => {
  await tiles().first().getByRole('button').click();
  const text = await viewer().innerText();
  for (const part of ['Third time lucky', 'gpt-image-1', '1024 × 1024', 'A page to return to']) {
    expect(text).toContain(part);
  }
  const link = viewer().getByRole('link', { name: 'A page to return to' });
  expect(await link.getAttribute('href')).toBe('https://example.com/chapter#3');
});

test('arrows turn to the neighbours, and Escape goes back to the grid', async () => {
  await gallery.keyboard.press('ArrowRight');
  await viewer().getByRole('img', { name: 'Second to none' }).waitFor();
  await gallery.keyboard.press('ArrowLeft');
  await viewer().getByRole('img', { name: 'Third time lucky' }).waitFor();
  await gallery.keyboard.press('Escape');
  await viewer().waitFor({ state: 'detached' });
  // The dialog is gone for everybody before the page hears of it.
  await expect.poll(() => gallery.evaluate(() => location.hash)).toBe('');
});

test('a download holds exactly the bytes that the server sent', async () => {
  const { sandbox } = world();
  const [first] = sandbox.generations();
  const again = await fetch(`${sandbox.baseUrl}/images/generations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sk-e2e-key' },
    body: JSON.stringify(first?.body),
  });
  // The sandbox draws the same picture for the same request.
  const sent: unknown = await again.json();
  await tiles().nth(2).getByRole('button').click();
  const saving = gallery.waitForEvent('download');
  await viewer().getByRole('button', { name: 'Download' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^First of all [0-9a-f]{8}\.png$/);
  const bytes = await readFile(await download.path());
  expect(sent).toMatchObject({ data: [{ b64_json: bytes.toString('base64') }] });
  await gallery.keyboard.press('Escape');
});

test('a search finds as it is typed, and says when nothing has the words', async () => {
  const search = gallery.getByRole('searchbox', { name: 'Search history' });
  await search.pressSequentially('NONE second');
  await expect.poll(() => tiles().count()).toBe(1);
  await tiles().getByRole('img', { name: 'Second to none' }).waitFor();
  await search.fill('return to');
  await tiles().getByRole('img', { name: 'Third time lucky' }).waitFor();
  await search.fill('no such words');
  await gallery.getByText('No picture fits').waitFor();
  await search.fill('');
  await expect.poll(() => tiles().count()).toBe(3);
});

test('a favourite is marked in the grid', async () => {
  await tiles().nth(1).getByRole('button').click();
  await viewer().getByRole('button', { name: 'Favorite', pressed: false }).click();
  await viewer().getByRole('button', { name: 'Favorite', pressed: true }).waitFor();
  await gallery.keyboard.press('Escape');
  await tiles().nth(1).getByRole('img', { name: 'Favorite' }).waitFor();
});

test('a tag and a note are kept, and found again', async () => {
  await tiles().nth(2).getByRole('button').click();
  await viewer().getByRole('textbox', { name: 'Tags' }).fill('cover， 封面');
  await viewer().getByRole('textbox', { name: 'Note' }).fill('The third one, left');
  await gallery.keyboard.press('Escape');
  await gallery.getByRole('searchbox', { name: 'Search history' }).fill('封面 third');
  await expect.poll(() => tiles().count()).toBe(1);
  await tiles().getByRole('img', { name: 'First of all' }).waitFor();
  await gallery.getByRole('button', { name: 'Filters', exact: true }).click();
  await gallery.getByRole('checkbox', { name: 'With a note (1)' }).waitFor();
  await gallery.getByRole('button', { name: 'Filters', exact: true }).click();
  await gallery.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => tiles().count()).toBe(3);
});

test('deleting shows the next picture, and Undo brings the deleted one back', async () => {
  await tiles().first().getByRole('button').click();
  await viewer().getByRole('button', { name: 'Delete' }).click();
  await viewer().getByRole('img', { name: 'Second to none' }).waitFor();
  await expect.poll(() => tiles().count()).toBe(2);
  await gallery.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => tiles().count()).toBe(3);
  await gallery.keyboard.press('Escape');
});

test('a link to a picture opens it, and a link to a job shows where it is', async () => {
  const id = await tiles().nth(1).getAttribute('data-image-id');
  const linked = await world().extension.openPage(`gallery.html#image=${id}`);
  await linked
    .getByRole('dialog', { name: 'Image viewer' })
    .getByRole('img', { name: 'Second to none' })
    .waitFor();
  await linked.close();

  const job = await tiles().nth(1).getAttribute('data-of-job');
  const shown = await world().extension.openPage(`gallery.html#job=${job}`);
  await shown.locator(`[data-image-id="${id}"][data-here]`).waitFor();
  await shown.close();
});

test('a prompt is used again in the prompt box, with its parameters', async () => {
  await tiles().nth(2).getByRole('button').click();
  await viewer().getByRole('button', { name: 'Reuse prompt' }).click();
  const panel = await world().extension.sidePanelPage();
  await expect.poll(() => panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('First of all');
});
