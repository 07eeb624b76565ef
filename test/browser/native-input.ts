import type { Locator } from 'playwright-core';
import { openContextMenu, type ContextMenu } from './context-menu';
import { openPermissionPrompt, type PermissionPrompt } from './permission-prompt';
import { movePointerToPage } from './pointer-to-page';
import { createXdotool } from './xdotool';

/** A person's hands on a display: what no page and no debugging protocol can do. */
export interface NativeInput {
  /** Right-clicks the middle of an element's first line and waits until the browser's own menu stands there. */
  rightClick(target: Locator): Promise<ContextMenu>;
  /** Clicks what makes the browser ask for a permission, and waits until it asks. */
  openPermissionPrompt(trigger: Locator): Promise<PermissionPrompt>;
  /** Clicks what makes the browser ask for a permission, and allows it. */
  grantPermissionPrompt(trigger: Locator): Promise<void>;
  /** Clicks what makes the browser ask for a permission, and refuses. */
  denyPermissionPrompt(trigger: Locator): Promise<void>;
  /** @param key as xdotool names it: `Escape`, `alt+shift+d` */
  pressKey(key: string): Promise<void>;
}

/**
 * @param display such as `:99`; needs xdotool. On a Wayland desktop nothing of this reaches the browser.
 */
export function createNativeInput(display: string): NativeInput {
  const xdotool = createXdotool(display);
  const ask = (trigger: Locator) => openPermissionPrompt(display, xdotool, trigger);
  return {
    async rightClick(target) {
      await target.page().bringToFront();
      await target.scrollIntoViewIfNeeded();
      const middle = await target.evaluate((element) => {
        const [line] = element.getClientRects();
        return line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
      });
      if (!middle) throw new Error('the element to right-click has no place on the page');
      await movePointerToPage(xdotool, target.page(), middle);
      return openContextMenu(display, xdotool);
    },
    openPermissionPrompt: ask,
    grantPermissionPrompt: async (trigger) => (await ask(trigger)).allow(),
    denyPermissionPrompt: async (trigger) => (await ask(trigger)).deny(),
    pressKey: (key) => xdotool.pressKey(key),
  };
}
