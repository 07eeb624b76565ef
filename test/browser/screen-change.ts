import { poll } from './poll';
import { setTimeout as delay } from 'node:timers/promises';
import { readScreen, type ScreenArea, type ScreenPixels } from './x11/read-screen';

/**
 * Waits until an area of the display has looked the same for a while: windows fade in, and take keys only after that.
 * Not for ever, because some things always move.
 *
 * @returns what the area shows
 */
export async function readStillScreen(
  display: string,
  { area, stillMs = 150, timeoutMs = 2000 }: { area?: ScreenArea; stillMs?: number; timeoutMs?: number } = {},
): Promise<ScreenPixels> {
  const deadline = Date.now() + timeoutMs;
  let latest = await readScreen(display, area);
  let stillSince = Date.now();
  while (Date.now() - stillSince < stillMs && Date.now() < deadline) {
    await delay(40);
    const next = await readScreen(display, area);
    if (!next.bgrx.equals(latest.bgrx)) stillSince = Date.now();
    latest = next;
  }
  return latest;
}

/**
 * Does something and waits until an area of the display looks different: the one sign that native windows give.
 * Keep the area to what should change; a blinking caret elsewhere is a change too.
 *
 * @param state what the change means, as the words after "waited N s for"
 * @throws {WaitTimeout} when the area stays as it was
 */
export async function actAndSeeChange(
  state: string,
  display: string,
  area: ScreenArea,
  act: () => Promise<void>,
): Promise<void> {
  const before = await readStillScreen(display, { area });
  await act();
  await poll(state, async () =>
    (await readScreen(display, area)).bgrx.equals(before.bgrx) ? undefined : true,
  );
}
