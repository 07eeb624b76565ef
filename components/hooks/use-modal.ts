import { useLayoutEffect, type RefObject } from 'react';

/**
 * Opens a dialog over everything as long as it is there. It is closed before it goes, whatever takes it away, such as the
 * browser's Back: only then the focus goes back to where it was.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, [dialog]);
}
