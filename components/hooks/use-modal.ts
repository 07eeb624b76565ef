import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';

/**
 * Opens a dialog over everything as long as it is there. It is closed before it goes, whatever takes it away, such as the
 * browser's Back: only then the focus goes back to where it was.
 * @param onClose called when a person closes it, and not when it goes some other way
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const closed = useEffectEvent(onClose);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (!current) return undefined;
    const close = (): void => {
      // The event comes late: it may tell of a dialog that has been opened again.
      if (!current.open) closed();
    };
    current.addEventListener('close', close);
    current.showModal();
    return () => {
      current.removeEventListener('close', close);
      current.close();
    };
  }, [dialog]);
}
