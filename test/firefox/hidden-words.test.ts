import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { findHiddenText } from '../../utils/browser/find-hidden-text';
import { observeSelection } from '../../utils/browser/observe-selection';
import { HIDDEN_WORDS, SHOWN_WORDS } from '../browser/hidden-words';
import { selectWords } from './drawing';
import { setUpFirefox } from './support';

const world = setUpFirefox();

let reading: Page;
beforeAll(async () => {
  reading = await world().firefox.openTab(world().passage.url);
});

/** Selects a page's words, and runs a function there as the extension does. */
async function runOn(body: string, func: { toString(): string }): Promise<unknown> {
  await reading.setContent(`<!doctype html><body><div id="words">Before ${body} behind</div></body>`);
  await reading.evaluate(() => {
    document.querySelector('#list')?.scrollTo(0, 1000);
    document.querySelector('#end')?.scrollIntoView();
  });
  await selectWords(reading, '#words');
  return reading.evaluate(`(${func.toString()})()`);
}

describe('words that a page hides', () => {
  test.each(Object.entries(HIDDEN_WORDS))('are found: %s', async (_, body) => {
    expect(await runOn(body, findHiddenText)).toBe(true);
  });

  test.each(Object.entries(SHOWN_WORDS))('are not seen in %s', async (_, body) => {
    expect(await runOn(body, findHiddenText)).toBe(false);
  });
});

test('readings above words stay on the page', async () => {
  const ruby = '<ruby>地震<rp>(</rp><rt>じしん</rt><rp>)</rp></ruby>があった。';
  expect(await runOn(ruby, observeSelection)).toMatchObject({ text: 'Before 地震があった。 behind' });
});
