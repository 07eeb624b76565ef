import { screen } from '@testing-library/react';
import { onTestFinished } from 'vitest';

function replaceMethod(name: 'showPopover' | 'hidePopover', method: (this: HTMLElement) => void): void {
  const before = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
  Object.defineProperty(HTMLElement.prototype, name, { value: method, configurable: true, writable: true });
  onTestFinished(() => {
    if (before) Object.defineProperty(HTMLElement.prototype, name, before);
    else Reflect.deleteProperty(HTMLElement.prototype, name);
  });
}

/** Gives the document popovers as strict as a browser's, and tells which are open. */
export function installFakePopover(): { isOpen(element: HTMLElement): boolean } {
  const open = new WeakSet<HTMLElement>();
  replaceMethod('showPopover', function show() {
    if (!this.isConnected) throw new DOMException('Not in the document', 'InvalidStateError');
    if (open.has(this)) throw new DOMException('Shown already', 'InvalidStateError');
    open.add(this);
  });
  replaceMethod('hidePopover', function hide() {
    open.delete(this);
  });
  return { isOpen: (element) => open.has(element) };
}

/** The box of the passing message, in the region that announces it. */
export function messageBox(): HTMLElement {
  const box = screen.getByRole('status').querySelector<HTMLElement>('[popover]');
  if (!box) throw new Error('The region has no box');
  return box;
}
