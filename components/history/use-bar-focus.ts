import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The tile that Tab comes to. */
function activeTile(): HTMLElement | null {
  return document.querySelector('[data-item] button[tabindex="0"]');
}

/**
 * Keeps the focus when what had it is gone: after tags were written it goes back to where it was, or to the button for
 * them, and when the bar of what is chosen goes, to the pictures.
 * @returns for the button that opens the line for tags
 */
export function useBarFocus(isThere: boolean, isTagging: boolean): RefObject<HTMLButtonElement | null> {
  const tagButton = useRef<HTMLButtonElement>(null);
  const before = useRef<Element>(null);
  const was = useRef({ isThere, isTagging });
  useLayoutEffect(() => {
    const last = was.current;
    was.current = { isThere, isTagging };
    const { activeElement } = document;
    // The line takes the focus only after this.
    if (isTagging && !last.isTagging) before.current = activeElement;
    if (activeElement !== document.body) return;
    if (last.isThere && !isThere) activeTile()?.focus({ preventScroll: true });
    else if (last.isTagging && !isTagging) {
      const { current } = before;
      const isGone = current === document.body || !current?.isConnected;
      if (!isGone && current instanceof HTMLElement) current.focus({ preventScroll: true });
      else tagButton.current?.focus();
    }
  });
  return tagButton;
}
