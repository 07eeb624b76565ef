import type { Locator, Page } from 'playwright-core';
import { poll, WaitTimeout } from './poll';
import { actAndSeeChange, readStillScreen } from './screen-change';
import { readScreen, type ScreenArea } from './x11/read-screen';
import type { Xdotool } from './xdotool';

/** Rows at the top of the window that hold the tabs and the address, never anything of a page or of the prompt. */
const FRAME_ROWS = 60;

/** Where the prompt stands: in the middle, hanging from the bars (Chromium 156: 448 wide, 212 high for one host). */
const PROMPT = { top: 90, width: 400, height: 200 };

/** While the browser asks, it darkens its whole window, to 60 % of the light (Chromium 156). */
const DARKENED = 0.8;

/**
 * The prompt's buttons ignore everything for about half a second after they appear, and again after each key that
 * came too early; so a key that did nothing is repeated, but no sooner than this.
 */
const KEY_PAUSE_MS = 900;

interface WatchedWindow {
  readonly display: string;
  readonly frame: ScreenArea;
  readonly prompt: ScreenArea;
  /** The light of the frame while nothing is asked. */
  readonly light: number;
}

async function measureLight(display: string, area: ScreenArea): Promise<number> {
  const { bgrx } = await readScreen(display, area);
  return bgrx.reduce((sum, byte) => sum + byte, 0);
}

async function watchWindow(display: string, page: Page): Promise<WatchedWindow> {
  const corner = await page.evaluate(() => ({
    x: screenX * devicePixelRatio,
    y: screenY * devicePixelRatio,
    width: outerWidth * devicePixelRatio,
  }));
  const frame = { ...corner, height: FRAME_ROWS };
  const x = corner.x + (corner.width - PROMPT.width) / 2;
  const prompt = { x, y: corner.y + PROMPT.top, width: PROMPT.width, height: PROMPT.height };
  return { display, frame, prompt, light: await measureLight(display, frame) };
}

async function isDark({ display, frame, light }: WatchedWindow): Promise<boolean> {
  return (await measureLight(display, frame)) < light * DARKENED;
}

async function pressUntilGone(window: WatchedWindow, xdotool: Xdotool, key: string): Promise<void> {
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await xdotool.pressKey(key);
    const gone = await poll('the prompt to close', async () => ((await isDark(window)) ? undefined : true), {
      timeoutMs: KEY_PAUSE_MS,
    }).catch((error: unknown) => {
      if (error instanceof WaitTimeout) return false;
      throw error;
    });
    if (gone) return;
  }
  throw new WaitTimeout(`the browser's permission prompt did not close on ${key}`);
}

/** The browser's question for a permission, while it stands there. */
export interface PermissionPrompt {
  allow(): Promise<void>;
  deny(): Promise<void>;
}

/**
 * Clicks what makes the browser ask for a permission, and waits until its prompt can be answered with keys.
 * The prompt has no document and no window of its own; it is known by the darkened frame behind it.
 * "Deny" has the focus at first, "Allow" follows it.
 *
 * @throws {WaitTimeout} when no prompt appears
 */
export async function openPermissionPrompt(
  display: string,
  xdotool: Xdotool,
  trigger: Locator,
): Promise<PermissionPrompt> {
  await trigger.page().bringToFront();
  const window = await watchWindow(display, trigger.page());
  await trigger.click();
  await poll("the browser's permission prompt", async () => (await isDark(window)) || undefined);
  // The darkness comes first; a key that is sent before the prompt has faded in is lost, or presses the wrong button.
  await readStillScreen(display, { area: window.prompt, stillMs: 400 });
  return {
    async allow() {
      const pressTab = () => xdotool.pressKey('Tab');
      await actAndSeeChange('the focus to move to Allow', display, window.prompt, pressTab);
      await pressUntilGone(window, xdotool, 'Return');
    },
    deny: () => pressUntilGone(window, xdotool, 'Escape'),
  };
}
