import { createServer } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHiddenText } from '../../utils/browser/find-hidden-text';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { HIDDEN_WORDS as HIDDEN, SHOWN_WORDS as SHOWN } from '../browser/hidden-words';
import { connect, jobWith, setUpGrantedWorld } from './connected-world';

const page = (body: string): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;

let origin: string;
let elsewhere: string;
const server = createServer(({ url = '' }, response) => {
  const name = decodeURIComponent(url.slice(1));
  const words = HIDDEN[name] ?? SHOWN[name];
  const bodies: Readonly<Record<string, string>> = {
    ruby: '<p id="words">今朝<ruby>地震<rp>(</rp><rt>じしん</rt><rp>)</rp></ruby>があった。<br><ruby>雪<rt>ゆき</rt></ruby>も。</p>',
    'nested ruby':
      '<p id="words"><ruby><ruby>地<rt>じ</rt>震<rt>しん</rt></ruby><rt>earthquake</rt></ruby>があった</p>',
    'ruby in capitals':
      '<p id="words" style="text-transform:uppercase">straße <ruby>地震<rt>jishin</rt></ruby></p>',
    'ruby behind hidden words':
      '<p id="words"><span style="display:none">地</span><ruby>地震<rt>じしん</rt></ruby>だ</p>',
    inner: '<p id="words">Words of the frame</p>',
    frames: `<p id="words">Words of the page</p><iframe src="${origin}/inner"></iframe><iframe src="${elsewhere}/inner"></iframe>`,
  };
  const body = words === undefined ? bodies[name] : `<div id="words">Before ${words} behind</div>`;
  response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page(body ?? ''));
});

const world = setUpGrantedWorld();
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  origin = `http://127.0.0.1:${port}`;
  // A host that the extension may not look into.
  elsewhere = `http://localhost:${port}`;
  await connect(world());
});
afterAll(() => server.close());

/** Selects all that is in an element, as a triple click does. */
async function select(words: Locator): Promise<void> {
  await words.evaluate((element) => getSelection()?.selectAllChildren(element));
}

/** What stands in the prompt box of the toolbar popup, once the page was looked at. */
async function promptIn(reading: Page, expected: string): Promise<void> {
  const popup = await world().extension.openToolbarPopup(reading);
  const prompt = popup.getByRole('textbox', { name: 'Prompt' });
  await popup.getByRole('button', { name: 'Generate' }).waitFor();
  await expect.poll(() => prompt.inputValue()).toBe(expected);
  await popup.close();
}

test.for([
  ['ruby', '今朝地震があった。\n雪も。'],
  ['nested ruby', '地震があった'],
  ['ruby in capitals', 'STRASSE 地震'],
  ['ruby behind hidden words', '地震だ'],
] as const)('readings above words stay on the page: %s', async ([name, words]) => {
  const reading = await world().extension.openTab(`${origin}/${encodeURIComponent(name)}`);
  await select(reading.locator('#words'));
  await promptIn(reading, words);
  await reading.close();
});

test('readings stay on the page where the selection begins and ends in them', async () => {
  const reading = await world().extension.openTab(`${origin}/ruby`);
  await reading.locator('#words').evaluate((words) => {
    const [from, to] = Array.from(words.querySelectorAll('rt'), (above) => above.firstChild);
    if (from && to) getSelection()?.setBaseAndExtent(from, 1, to, 1);
  });
  await promptIn(reading, 'があった。\n雪');
  await reading.close();
});

test('the menu takes words without their readings', async () => {
  const { extension } = world();
  const reading = await extension.openTab(`${origin}/ruby`);
  await select(reading.locator('#words'));
  const selectionText = await reading.evaluate(() => String(getSelection()));
  expect(selectionText).toContain('じしん');
  await dispatchMenuClick(await extension.serviceWorker(), { selectionText, pageUrl: reading.url() });
  const panel = await extension.openPage('sidepanel.html');
  await jobWith(panel, '今朝地震があった。', 'done');
  expect(world().sandbox.generations().at(-1)?.body).toMatchObject({ prompt: '今朝地震があった。\n雪も。' });
  await Promise.all([panel.close(), reading.close()]);
});

describe('frames', () => {
  let reading: Page;
  beforeAll(async () => {
    reading = await world().extension.openTab(`${origin}/frames`);
  });

  test('words of the page are taken while the page has the focus', async () => {
    await select(reading.locator('#words'));
    await promptIn(reading, 'Words of the page');
  });

  test('words of a frame are taken while it has the focus', async () => {
    const words = reading.frameLocator('iframe').nth(0).locator('#words');
    await words.click({ clickCount: 3 });
    await promptIn(reading, 'Words of the frame');
  });

  test('an older selection of a frame is not taken while the page has the focus', async () => {
    await reading.locator('#words').click({ clickCount: 3 });
    await reading.evaluate(() => getSelection()?.removeAllRanges());
    await promptIn(reading, '');
  });

  test('an older selection is not taken while a frame that cannot be looked into has the focus', async () => {
    await reading.locator('#words').click({ clickCount: 3 });
    const words = reading.frameLocator('iframe').nth(1).locator('#words');
    await words.click({ clickCount: 3 });
    await promptIn(reading, '');
    await reading.close();
  });
});

describe('hidden text', () => {
  const isNoticed = async (name: string): Promise<boolean> => {
    const reading = await world().extension.openTab(`${origin}/${encodeURIComponent(name)}`);
    await reading.locator('#list').evaluateAll((lists) => lists.forEach((list) => list.scrollTo(0, 1000)));
    await reading.locator('#end').evaluateAll((ends) => ends.forEach((end) => end.scrollIntoView()));
    await select(reading.locator('#words'));
    const isFound: unknown = await reading.evaluate(`(${findHiddenText.toString()})()`);
    await reading.close();
    return isFound === true;
  };

  test.each(Object.keys(HIDDEN))('is noticed: %s', async (name) => {
    expect(await isNoticed(name)).toBe(true);
  });

  test.each(Object.keys(SHOWN))('is not seen in %s', async (name) => {
    expect(await isNoticed(name)).toBe(false);
  });

  test('is edited first, with a note, and nothing is sent', async () => {
    const { extension, sandbox } = world();
    const reading = await extension.openTab(`${origin}/opacity`);
    await select(reading.locator('#words'));
    const selectionText = await reading.evaluate(() => String(getSelection()));
    sandbox.clear();
    await dispatchMenuClick(await extension.serviceWorker(), { selectionText, pageUrl: reading.url() });
    const panel = await extension.openPage('sidepanel.html');
    await panel.getByText('This selection contains hidden text.').waitFor();
    expect(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('Before secret behind');
    expect(sandbox.generations()).toEqual([]);
  });
});

test('more than 1,000,000 characters are refused in words, and no job is kept', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const reading = await extension.openTab(`${origin}/inner`);
  const words = reading.locator('#words');
  await words.evaluate((element) => {
    element.textContent = 'A fox in snow. '.repeat(66_667);
  });
  await select(words);
  const popup = await extension.openToolbarPopup(reading);
  await popup.getByText('Too long for gpt-image-1').waitFor();
  await popup.getByRole('button', { name: 'Generate' }).click();
  await popup.getByRole('alert').getByText('Nothing was sent.').waitFor();
  const countJobs = (shown: Page) =>
    shown.getByRole('list', { name: 'Jobs' }).locator('[data-job-id]').count();
  const before = await countJobs(popup);
  await popup.close();
  await dispatchMenuClick(await extension.serviceWorker(), {
    selectionText: 'A fox in snow. '.repeat(66_667),
    pageUrl: reading.url(),
  });
  const panel = await extension.openPage('sidepanel.html');
  await panel.getByText(/The text is longer than 1,?000,?000 characters/).waitFor();
  expect(await countJobs(panel)).toBe(before);
  expect(sandbox.generations()).toEqual([]);
  await Promise.all([panel.close(), reading.close()]);
});
