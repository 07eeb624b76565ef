import type { ChromeScope } from './chrome-scope';
import { callInView, type ViewKind } from './extension-view';

/**
 * Clicks the first button whose words begin with these, in a page that stands in no tab. The event comes from Firefox
 * itself and counts as a gesture.
 *
 * @throws when the page is not there or has no such button
 */
export async function clickInView(chrome: ChromeScope, kind: ViewKind, words: string): Promise<void> {
  const clicked = await callInView(
    chrome,
    kind,
    `(page) => {
      const button = [...page.querySelectorAll('button')]
        .find(({ textContent }) => textContent.startsWith(${JSON.stringify(words)}));
      if (!button) return undefined;
      button.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = button.getBoundingClientRect();
      for (const type of ['mousedown', 'mouseup']) {
        page.defaultView.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { clickCount: 1 }, {});
      }
      return true;
    }`,
  );
  if (clicked !== true) throw new Error(`the ${kind} has no button "${words}"`);
}
