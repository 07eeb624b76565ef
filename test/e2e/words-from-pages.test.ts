import { createServer } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observeSelection } from '../../utils/browser/observe-selection';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { connect, setUpGrantedWorld } from './connected-world';

const HIDDEN: Readonly<Record<string, string>> = {
  opacity: '<span style="opacity:0">secret</span>',
  'opacity around it': '<span style="opacity:0.01"><b>secret</b></span>',
  'font size': '<span style="font-size:0">secret</span>',
  'a tiny font': '<span style="font-size:1px">secret</span>',
  'no colour': '<span style="color:transparent">secret</span>',
  'no colour of letters': '<span style="-webkit-text-fill-color:rgba(0,0,0,0)">secret</span>',
  'the colour of the page': '<div style="background:#fff"><span style="color:#fefefe">secret</span></div>',
  'a place left of the page': '<span style="position:absolute;left:-9999px">secret</span>',
  'a place above the page': '<span style="position:absolute;top:-500px">secret</span>',
  'an indent': '<p style="text-indent:-9999px">secret</p>',
  'a class for screen readers':
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap">secret</span>',
  'a clip': '<span style="position:absolute;clip:rect(0,0,0,0)">secret</span>',
  'a clip path': '<div style="clip-path:inset(100%)">secret</div>',
  'a box without height': '<div style="height:0;overflow:hidden">secret</div>',
  'a box that cuts it off':
    '<div style="height:20px;overflow:hidden"><p style="margin-top:60px">secret</p></div>',
  scale: '<div style="transform:scale(0)">secret</div>',
};

const SHOWN: Readonly<Record<string, string>> = {
  'plain words': 'words',
  'text that is not displayed': '<span style="display:none">secret</span>',
  'invisible text': '<span style="visibility:hidden">secret</span>',
  'text that cannot be selected': '<span style="user-select:none;opacity:0">secret</span>',
  'letters with a gradient':
    '<h2 style="background:linear-gradient(red,blue);-webkit-background-clip:text;background-clip:text;color:transparent">Words</h2>',
  'pale words': '<span style="color:#bbb;background:#fff">words</span>',
  'white words on a picture':
    '<div style="background-image:linear-gradient(#000,#000)"><span style="color:#fff">words</span></div>',
  'a list that is scrolled':
    '<div id="list" style="height:40px;overflow:auto"><p>one</p><p>two</p><p>three</p><p>four</p></div>',
  'words far down the page': '<div style="height:3000px"></div>words',
  'a small note': '<sup style="font-size:6px">words</sup>',
};

const page = (body: string): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;

let origin: string;
let elsewhere: string;
const server = createServer(({ url = '' }, response) => {
  const name = decodeURIComponent(url.slice(1));
  const words = HIDDEN[name] ?? SHOWN[name];
  const bodies: Readonly<Record<string, string>> = {
    ruby: '<p id="words">今朝<ruby>地震<rp>(</rp><rt>じしん</rt><rp>)</rp></ruby>があった。<br><ruby>雪<rt>ゆき</rt></ruby>も。</p>',
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

test('readings above words stay on the page', async () => {
  const reading = await world().extension.openTab(`${origin}/ruby`);
  await select(reading.locator('#words'));
  await promptIn(reading, '今朝地震があった。\n雪も。');
  await reading.close();
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
    await select(reading.locator('#words'));
    const seen: unknown = await reading.evaluate(`(${observeSelection.toString()})()`);
    await reading.close();
    return typeof seen === 'object' && seen !== null && 'hasHiddenText' in seen;
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
    await dispatchMenuClick(await extension.serviceWorker(), { selectionText, pageUrl: reading.url() });
    const panel = await extension.openPage('sidepanel.html');
    await panel.getByText('This selection contains hidden text.').waitFor();
    expect(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('Before secret behind');
    expect(sandbox.generations()).toEqual([]);
  });
});
