import * as v from 'valibot';
import type { LaunchedExtension } from '../browser/launched-extension';
import { poll } from '../browser/poll';

/** What a visit of a history page took, in milliseconds, and how many nodes it has. */
export interface HistoryVisit {
  readonly firstThumbnail: number;
  readonly screenful: number;
  readonly keystroke: number;
  readonly longestFrame: number;
  readonly nodes: number;
}

/** Thumbnails that must be decoded before a screen counts as full: more than the window shows. */
const SCREENFUL = 24;

/** Screens that are scrolled through. */
const SCREENS = 50;

/** Runs before anything of the page; a picture counts in the first frame in which it is decoded. */
const WATCH = `
  globalThis.seen = {};
  const look = () => {
    const shown = [...document.querySelectorAll('[data-image-id] img')]
      .filter((image) => image.complete && image.naturalWidth > 0).length;
    if (shown > 0) seen.first ??= performance.now();
    if (shown >= ${SCREENFUL}) seen.screenful ??= performance.now();
    if (seen.screenful === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Types one letter and waits for the frame after it; ours has read everything when it says how many it found. */
const TYPE = `(async () => {
  const box = document.querySelector('input[type=search]');
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const type = async (text) => {
    const began = performance.now();
    put.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await painted();
    return performance.now() - began;
  };
  await type('t');
  while (/Looking/.test(document.querySelector('[role=status]')?.textContent ?? '')) await painted();
  const took = [];
  for (const text of ['tw', 'two', 'two h', 'two he', 'two her']) took.push(await type(text));
  await type('');
  return took.toSorted((a, b) => a - b)[2];
})()`;

const SCROLL = `(async () => {
  let [longest, before] = [0, performance.now()];
  for (let screen = 0; screen < ${SCREENS} * 4; screen += 1) {
    scrollBy({ top: innerHeight / 4, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    [longest, before] = [Math.max(longest, now - before), now];
  }
  return longest;
})()`;

const seenSchema = v.object({ first: v.number(), screenful: v.number() });

/** Opens a history page in a new tab, measures it, and closes it again. */
export async function visitHistory({ context, url }: LaunchedExtension, path: string): Promise<HistoryVisit> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.addInitScript(WATCH);
  await page.goto(url(path));
  const seen = await poll('a screen of thumbnails', async () => {
    const parsed = v.safeParse(seenSchema, await page.evaluate('seen'));
    return parsed.success ? parsed.output : undefined;
  });
  const keystroke = v.parse(v.number(), await page.evaluate(TYPE));
  const longestFrame = v.parse(v.number(), await page.evaluate(SCROLL));
  const nodes = await page.locator('*').count();
  await page.close();
  return { firstThumbnail: seen.first, screenful: seen.screenful, keystroke, longestFrame, nodes };
}
