import type { Locator } from 'playwright-core';

/** Selects all words of an element, as dragging over them would. */
export async function selectWords(target: Locator): Promise<void> {
  await target.evaluate((element) => {
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.selectAllChildren(element);
  });
}
