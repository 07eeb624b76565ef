import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { poll } from '../poll';
import type { ChromeScope } from './chrome-scope';

const READ = `() => {
  const menu = document.getElementById('contentAreaContextMenu');
  if (menu.state !== 'open') return undefined;
  return [...menu.children].filter((entry) => !entry.hidden && entry.label).map((entry) => entry.label);
}`;

/** As a person's click would: Firefox counts this as a gesture, and closes the menu. */
const CHOOSE = `(label) => {
  const menu = document.getElementById('contentAreaContextMenu');
  menu.activateItem([...menu.children].find((entry) => !entry.hidden && entry.label === label));
}`;

const labelsSchema = v.optional(v.array(v.string()));

/** Firefox's own menu, while it is open. */
export interface ContextMenu {
  /** What it offers, from top to bottom. */
  readonly labels: readonly string[];
  choose(label: string): Promise<void>;
}

/**
 * Right-clicks the middle of an element's first line and waits until Firefox's own menu is open.
 *
 * @throws {WaitTimeout} when it does not open
 */
export async function openContextMenu(
  chrome: ChromeScope,
  page: Page,
  selector: string,
): Promise<ContextMenu> {
  const middle = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    const [line] = element.getClientRects();
    return line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  });
  if (!middle) throw new Error('the element to right-click has no place on the page');
  await page.mouse.click(middle.x, middle.y, { button: 'right' });
  const read = async () => v.parse(labelsSchema, await chrome.call(READ));
  const labels = await poll("Firefox's menu to open", read);
  return {
    labels,
    async choose(label) {
      await chrome.call(CHOOSE, label);
      await poll("Firefox's menu to close", async () => ((await read()) ? undefined : true));
    },
  };
}
