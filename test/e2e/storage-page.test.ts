import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { seedHistory } from '../seed/seed-history';
import { stopBackground } from '../browser/stop-background';
import { setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

/** Over a hundred and fifty days. */
const PICTURES = 1500;

let page: Page;
const rule = () => page.getByRole('combobox', { name: 'Move pictures to the trash' });

async function countAtFilter(filter: string): Promise<number> {
  await page.goto(world().extension.url(`gallery.html#${filter}`));
  await page.reload();
  const status = page.getByRole('status').getByText(/^\d+ pictures?$/);
  return Number.parseInt(await status.innerText(), 10);
}

beforeAll(async () => {
  await seedHistory(world().extension, { images: PICTURES, bytes: 20_000 });
  page = await world().extension.openPage('gallery.html');
});

test('the storage page weighs pictures and thumbnails, and leads to the largest', async () => {
  await page.getByRole('button', { name: 'Storage' }).click();
  await page.getByText(`${PICTURES} pictures`, { exact: true }).waitFor();
  expect(await page.getByText(/ MB in all$/).innerText()).toMatch(/^3\d MB in all$/);
  await page.getByRole('button', { name: 'Show the largest first' }).click();
  await expect.poll(() => page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('size');
  await page.goBack();
  await rule().waitFor();
});

test('a rule moves what is old to the trash when it is set, and leaves favorites', async () => {
  const favorites = await countAtFilter('favorite=1');
  await page.goto(world().extension.url('gallery.html#storage'));
  await page.reload();
  await rule().selectOption('90');
  const promise = await page.getByText(/would be moved now/).innerText();
  const moved = Number.parseInt(promise, 10);
  expect(moved).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Use this rule' }).click();
  await page.getByText(`The rule is kept. ${moved} pictures were moved to the trash.`).waitFor();
  await page.getByRole('button', { name: `Open the trash: ${moved} pictures` }).waitFor();
  expect(await countAtFilter('favorite=1')).toBe(favorites);
});

test('the rule holds for a background that starts later, until it is taken away', async () => {
  await page.goto(world().extension.url('gallery.html#trash'));
  const trashed = Number.parseInt(await page.getByText(/^\d+ pictures, /).innerText(), 10);
  await page
    .getByRole('list', { name: 'Deleted images' })
    .getByRole('button', { name: 'Restore' })
    .first()
    .click();
  const inTrash = (count: number) => page.getByText(new RegExp(`^${count} pictures, `)).waitFor();
  await inTrash(trashed - 1);
  await stopBackground(world().extension, page);
  // The page asks how storage is, and that wakes a background.
  await page.reload();
  await inTrash(trashed);
  await page.goto(world().extension.url('gallery.html#storage'));
  await page.reload();
  await rule().selectOption('Never');
  await page.getByRole('button', { name: 'Stop moving' }).click();
  await page.getByText('Nothing is moved by itself.').waitFor();
});
