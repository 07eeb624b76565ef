import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observeSelection } from '../../utils/browser/observe-selection';
import { askBackground } from './ask-background';
import { connect, setUpGrantedWorld } from './connected-world';
import { PAGES, servePages } from './passage-pages';

const world = setUpGrantedWorld();

let pages: Awaited<ReturnType<typeof servePages>>;
let gallery: Page;

beforeAll(async () => {
  pages = await servePages();
  await connect(world());
  gallery = await world().extension.openPage('gallery.html');
});

afterAll(async () => {
  await pages.close();
});

/** Selects `#from` to `#to` on a page, and draws what the extension's own script sees of it. */
async function drawSelection(name: string): Promise<string> {
  const pageUrl = `${pages.origin}/${name}`;
  const reading = await world().extension.openTab(pageUrl);
  const observed = await reading.evaluate(`(() => {
    const from = document.querySelector('#from');
    getSelection().setBaseAndExtent(from, 0, document.querySelector('#to') ?? from, 1);
    if (!document.querySelector('#to')) getSelection().selectAllChildren(from);
    return (${String(observeSelection)})();
  })()`);
  await reading.close();
  if (typeof observed !== 'object' || observed === null || !('text' in observed))
    throw new Error('nothing was seen');
  const { text, ...surroundings } = observed;
  const passage = { ...surroundings, quote: text, pageTitle: `Page ${name}`, pageUrl };
  const prompt = `Words of ${name}`;
  await askBackground(gallery, { type: 'generate', prompt, parameters: { model: 'gpt-image-1' }, passage });
  return prompt;
}

test.each(Object.keys(PAGES))('the page "%s" opens at the very words', async (name) => {
  const prompt = await drawSelection(name);
  await gallery.goto(world().extension.url('gallery.html'));
  await gallery.bringToFront();
  await gallery.getByRole('list', { name: 'Images' }).getByRole('button', { name: prompt }).click();
  const opened = gallery.context().waitForEvent('page');
  await gallery.getByRole('dialog').getByRole('link', { name: 'Back to the passage' }).click();
  const page = await opened;
  await page.waitForLoadState();
  const place = () =>
    page.evaluate(() => {
      const { top, bottom } = document.querySelector('#from')?.getBoundingClientRect() ?? {
        top: -1,
        bottom: -1,
      };
      return scrollY > 0 && bottom > 0 && top < innerHeight;
    });
  await expect.poll(place).toBe(true);
  await page.close();
});

test('a page without the words opens all the same', async () => {
  const pageUrl = `${pages.origin}/once`;
  const passage = {
    quote: 'Words that went away',
    before: '',
    after: '',
    headings: [],
    pageTitle: 'Gone',
    pageUrl,
    language: 'en',
  };
  await askBackground(gallery, {
    type: 'generate',
    prompt: 'Gone words',
    parameters: { model: 'gpt-image-1' },
    passage,
  });
  await gallery.goto(world().extension.url('gallery.html'));
  await gallery.getByRole('list', { name: 'Images' }).getByRole('button', { name: 'Gone words' }).click();
  const opened = gallery.context().waitForEvent('page');
  await gallery.getByRole('dialog').getByRole('link', { name: 'Back to the passage' }).click();
  const page = await opened;
  await page.locator('#from').waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
