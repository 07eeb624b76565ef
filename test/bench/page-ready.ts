import type { LaunchedExtension } from '../browser/launched-extension';
import * as v from 'valibot';

/** When a page became of use, in milliseconds since its navigation began. */
export interface PageReady {
  readonly firstPaint: number;
  readonly firstControl: number;
}

/**
 * Runs before anything of the page. A control counts as usable in the first frame in which it stands there enabled:
 * from then on it takes keys.
 */
const WATCH = `
  globalThis.pageReady = new Promise((resolve) => {
    let firstControl;
    const look = () => {
      firstControl ??= document.querySelector(':is(textarea, input, button):enabled') ? performance.now() : undefined;
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      if (paint && firstControl) resolve({ firstPaint: paint.startTime, firstControl });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
`;

const readySchema = v.object({ firstPaint: v.number(), firstControl: v.number() });

/** Opens a page in a new tab, measures it, and closes it again. */
export async function measurePage({ context, url }: LaunchedExtension, path: string): Promise<PageReady> {
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(url(path));
  const ready = v.parse(readySchema, await page.evaluate('pageReady'));
  await page.close();
  return ready;
}
