import { poll } from './poll';
import { actAndSeeChange } from './screen-change';
import type { Xdotool } from './xdotool';

/** The browser's own menu, while it is open. It has no document; what it does is known by its window. */
export interface ContextMenu {
  /** Moves to the extension's one entry: last but one, above "Inspect". */
  highlightOurEntry(): Promise<void>;
  /** Picks the extension's entry, and waits until the menu is gone. */
  chooseOurMenuEntry(): Promise<void>;
  /** Closes the menu without picking anything. */
  dismiss(): Promise<void>;
}

/**
 * Right-clicks where the pointer is and waits for the menu's window.
 *
 * @throws {WaitTimeout} when no menu opens
 */
export async function openContextMenu(display: string, xdotool: Xdotool): Promise<ContextMenu> {
  const before = await xdotool.visibleWindows();
  await xdotool.clickRight();
  const menuWindow = await poll("the browser's menu to open", async () =>
    [...(await xdotool.visibleWindows())].find((id) => !before.has(id)),
  );
  const area = await xdotool.windowArea(menuWindow);

  let highlighted = false;
  const highlightOurEntry = async () => {
    if (highlighted) return;
    for (const entry of ['the last entry', 'our entry']) {
      await actAndSeeChange(`the menu to highlight ${entry}`, display, area, () => xdotool.pressKey('Up'));
    }
    highlighted = true;
  };
  const leaveWith = async (key: string) => {
    await xdotool.pressKey(key);
    await poll("the browser's menu to close", async () =>
      (await xdotool.visibleWindows()).has(menuWindow) ? undefined : true,
    );
  };

  return {
    highlightOurEntry,
    async chooseOurMenuEntry() {
      await highlightOurEntry();
      await leaveWith('Return');
    },
    dismiss: () => leaveWith('Escape'),
  };
}
