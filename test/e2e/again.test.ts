import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;
let panel: Page;
const tiles = () => gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
const viewer = () => gallery.getByRole('dialog', { name: 'Image viewer' });
const again = () => viewer().getByRole('button', { name: 'Again' });
const sent = () => world().sandbox.generations().length;

beforeAll(async () => {
  await connect(world());
  panel = await world().extension.openPage('sidepanel.html');
  await panel.getByRole('combobox', { name: 'Quality' }).selectOption('low');
  await panel.getByRole('spinbutton', { name: 'Images' }).fill('2');
  await generate(panel, 'A heron to draw again');
  await jobWith(panel, 'A heron to draw again', 'done');
  // Something else is chosen since then.
  await panel.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-3');
  await panel.getByRole('spinbutton', { name: 'Images' }).fill('1');
  await generate(panel, 'Something else');
  await jobWith(panel, 'Something else', 'done');
  gallery = await world().extension.openPage('gallery.html');
  await tiles().nth(2).waitFor();
  await tiles().nth(1).getByRole('button').click();
});

test('the same is drawn once more at once, in the background, and shown with the others', async () => {
  expect(sent()).toBe(2);
  await again().click();
  await viewer().getByRole('status').getByText('Drawing again').waitFor();
  await expect.poll(() => tiles().count(), { timeout: 10_000 }).toBe(5);
  const requests = world().sandbox.generations();
  expect(requests).toHaveLength(3);
  expect(requests[2]?.body).toEqual(requests[0]?.body);
  // Nothing is replaced: all are there, the new ones first.
  const versions = viewer().getByRole('navigation', { name: 'Versions' }).locator('li');
  await expect.poll(() => versions.count()).toBe(4);
  expect(await versions.nth(2).getByRole('button').getAttribute('aria-current')).toBe('true');
});

test('what was chosen last stays chosen', async () => {
  const popup = await world().extension.openPage('popup.html');
  await expect.poll(() => popup.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('dall-e-3');
  await popup.close();
  await gallery.bringToFront();
});

test('a second click within a minute waits for a word, in the list above the grid', async () => {
  await again().click();
  await viewer().getByRole('status').getByText('Nothing was sent for this one yet').waitFor();
  await gallery.keyboard.press('Escape');
  const jobs = gallery.getByRole('list', { name: 'Not finished yet' });
  await jobs.getByText('You are already drawing this').waitFor();
  expect(sent()).toBe(3);
  await jobs.getByRole('button', { name: 'Draw it again' }).click();
  await expect.poll(() => tiles().count(), { timeout: 10_000 }).toBe(7);
  expect(sent()).toBe(4);
});
