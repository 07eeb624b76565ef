import { fireEvent } from '@testing-library/react';

/** What a browser does with Escape in a modal dialog; the document of these tests leaves it to us. */
export function pressEscapeIn(dialog: HTMLElement): void {
  const goesOn = fireEvent.keyDown(dialog, { key: 'Escape' });
  if (!goesOn || !(dialog instanceof HTMLDialogElement)) return;
  if (fireEvent(dialog, new Event('cancel', { cancelable: true }))) dialog.close();
}
