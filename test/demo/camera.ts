import type { BrowserContext } from 'playwright-core';
import { screenshotDisplay } from '../browser/screenshot-display';
import type { Camera } from './steps';

/** Photographs the whole display; where there is none to read, the newest page. */
export function createCamera(context: BrowserContext, display: string | undefined): Camera {
  return async (file) => {
    if (display) return screenshotDisplay(display, file);
    await context.pages().at(-1)?.screenshot({ path: file });
  };
}
