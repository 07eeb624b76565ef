import type { Page } from 'playwright-core';
import { poll } from './poll';
import type { Xdotool } from './xdotool';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves the real pointer over a point of a page.
 * How far the page stands from the window's corner depends on the browser's bars and on an open side panel, and no
 * page can ask for it; so the pointer is moved over the page once and the page's own mouse event tells.
 *
 * @param point in CSS pixels of the page's viewport
 */
export async function movePointerToPage(xdotool: Xdotool, page: Page, point: Point): Promise<void> {
  const guess = await page.evaluate(() => {
    const seen: { origin?: { x: number; y: number } } = {};
    globalThis.addEventListener(
      'mousemove',
      (event) => {
        seen.origin = { x: event.screenX - event.clientX, y: event.screenY - event.clientY };
      },
      { once: true, capture: true },
    );
    Object.assign(globalThis, { depictPointer: seen });
    return {
      scale: devicePixelRatio,
      x: screenX + innerWidth / 2,
      y: screenY + outerHeight - innerHeight / 2,
    };
  });

  let nudge = 0;
  const origin = await poll('the page to feel the mouse', async () => {
    // A pointer that already rests there makes no event.
    nudge = (nudge + 3) % 30;
    await xdotool.movePointer({ x: guess.x * guess.scale + nudge, y: guess.y * guess.scale + nudge });
    return readOrigin(await page.evaluate('depictPointer.origin'));
  });
  await xdotool.movePointer({ x: (origin.x + point.x) * guess.scale, y: (origin.y + point.y) * guess.scale });
}

function readOrigin(value: unknown): Point | undefined {
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value)) return undefined;
  return typeof value.x === 'number' && typeof value.y === 'number' ? { x: value.x, y: value.y } : undefined;
}
