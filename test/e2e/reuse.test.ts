import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { askBackground } from './ask-background';
import { connect, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;

const passage = {
  quote: 'a heron at dawn',
  before: 'There stood ',
  after: '.',
  headings: ['Birds'],
  pageTitle: 'The river bank',
  pageUrl: 'https://example.com/birds',
  language: 'en',
};

/** Everything in the prompt box of a page. */
async function expectEverything(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('A heron, reused');
  expect(await page.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('gpt-image-1');
  expect(await page.getByRole('combobox', { name: 'Size' }).inputValue()).toBe('1536x1024');
  expect(await page.getByRole('combobox', { name: 'Quality' }).inputValue()).toBe('low');
  expect(await page.getByRole('spinbutton', { name: 'Images' }).inputValue()).toBe('2');
  await page.getByText('From “The river bank”').waitFor();
  await page.getByText('More settings').click();
  expect(await page.getByRole('combobox', { name: 'Format' }).inputValue()).toBe('webp');
  expect(await page.getByRole('spinbutton', { name: 'Compression' }).inputValue()).toBe('40');
}

beforeAll(async () => {
  await connect(world());
  const panel = await world().extension.openPage('sidepanel.html');
  const parameters = {
    model: 'gpt-image-1',
    size: '1536x1024',
    quality: 'low',
    output_format: 'webp',
    output_compression: 40,
    n: 2,
  };
  await askBackground(panel, { type: 'generate', prompt: 'A heron, reused', parameters, passage });
  await jobWith(panel, 'A heron, reused', 'done');
  await askBackground(panel, { type: 'generate', prompt: 'Other', parameters: { model: 'dall-e-3' } });
  await jobWith(panel, 'Other', 'done');
  await panel.close();
  gallery = await world().extension.openPage('gallery.html');
  await gallery.locator('[data-image-id]').nth(1).getByRole('button').click();
});

test('reusing a prompt fills the side panel and the popup with everything it was drawn with', async () => {
  await gallery.getByRole('dialog').getByRole('button', { name: 'Reuse prompt' }).click();
  await expectEverything(await world().extension.sidePanelPage());
  const popup = await world().extension.openPage('popup.html');
  await expectEverything(popup);
});
