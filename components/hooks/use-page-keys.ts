import { useEffect, useRef } from 'react';

/** What keys do, by their names: `mod+a` is Ctrl and A, or ⌘ and A on a Mac. */
export type KeyBindings = Readonly<Record<string, (() => void) | undefined>>;

/** Where letters are written, not commands given. */
const WRITING = 'input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]';

/** The name of what was pressed. Shift belongs to the sign it makes, such as `?`. */
function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `mod+${plain}` : plain;
}

function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(WRITING) !== null;
}

/** Keys that work anywhere on the page, but for where something is being written, and not behind an open dialog. */
export function usePageKeys(bindings: KeyBindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing || event.defaultPrevented || isWriting(event)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = latest.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
