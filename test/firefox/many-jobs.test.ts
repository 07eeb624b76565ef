import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { displacements, mostAtOnce, placeOf, promptOf } from '../browser/job-order';
import { connect, PATIENCE, setUpFirefox } from './support';

const JOBS = 200;
const AT_ONCE = 2;

const world = setUpFirefox({
  // Short, so that a background that nothing keeps awake is seen to sleep.
  firefox: { preferences: { 'extensions.background.idle.timeout': 5000 } },
});

/** The states of the jobs as a page lists them, newest first, and how many of its lists there are. */
const statesOn = (page: Page): Promise<readonly string[]> =>
  page.$$eval('[data-job-id]', (items) => items.map((item) => item.getAttribute('data-state') ?? ''));

test(
  '200 jobs with 429s sprinkled in all end, in order and within the limit, all pages show the same, and then all is quiet',
  { timeout: 240_000 },
  async () => {
    const { firefox, sandbox } = world();
    const options = await connect(world());
    const pages = [
      await firefox.openPage('sidepanel.html'),
      await firefox.openPage('popup.html'),
      await firefox.openPage('popup.html'),
    ];
    await options.evaluate(
      `(async () => {
        for (const prompt of ${JSON.stringify(Array.from({ length: JOBS }, (_, place) => promptOf(place)))}) {
          const parameters = { model: 'dall-e-2', size: '256x256' };
          await browser.runtime.sendMessage({ type: 'generate', prompt, parameters });
        }
      })()`,
    );
    const badge = () => options.evaluate('browser.action.getBadgeText({})');
    await expect.poll(badge, PATIENCE).toMatch(/^\d+$/);
    const paid = () => sandbox.generations().filter(({ status }) => status === 200);
    await expect.poll(() => paid().length, { timeout: 200_000, interval: 250 }).toBe(JOBS);
    expect(new Set(paid().map(placeOf)).size).toBe(JOBS);
    expect(mostAtOnce(sandbox.generations())).toBeLessThanOrEqual(AT_ONCE);
    expect(Math.max(...displacements(paid()))).toBeLessThanOrEqual(AT_ONCE);
    for (const page of pages) {
      await page.bringToFront();
      await expect.poll(() => statesOn(page), PATIENCE).toEqual(Array.from({ length: 20 }, () => 'done'));
    }
    await expect.poll(badge, PATIENCE).toBe('');
    // No alarm, no timer: the background sleeps.
    const alarms = await options.evaluate('browser.alarms.getAll().then((alarms) => alarms.length)');
    expect(alarms).toBe(0);
    await expect.poll(() => firefox.background.state(), { timeout: 30_000 }).toBe('stopped');
  },
);
