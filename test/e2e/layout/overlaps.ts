/**
 * Runs in a page. Names pairs of controls and texts that lie over each other, and what reaches out of the page sideways.
 * A control over a picture or inside another box is not meant.
 */
export function overlaps(): readonly string[] {
  const found: string[] = [];
  const root = document.querySelector('dialog[open]') ?? document.body;
  const isSeen = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const boxes: { element: Element; name: string; rect: DOMRect }[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`;
  for (const element of root.querySelectorAll('button, input, select, textarea, summary, a')) {
    if (isSeen(element))
      boxes.push({ element, name: nameOf(element), rect: element.getBoundingClientRect() });
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || (node.textContent ?? '').trim() === '' || !isSeen(parent)) continue;
    if (parent.closest('option, select, button, summary, a, textarea, [aria-hidden="true"]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1 && rect.height > 1) boxes.push({ element: parent, name: nameOf(parent), rect });
    }
  }
  const slack = 1;
  for (const [place, one] of boxes.entries()) {
    if (one.rect.left < -slack || one.rect.right > document.documentElement.clientWidth + slack) {
      found.push(`${one.name} reaches out of the page`);
    }
    for (const other of boxes.slice(place + 1)) {
      if (
        one.element === other.element ||
        one.element.contains(other.element) ||
        other.element.contains(one.element)
      )
        continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > slack && height > slack) found.push(`${one.name} lies over ${other.name}`);
    }
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    found.push('the page scrolls sideways');
  return [...new Set(found)];
}
