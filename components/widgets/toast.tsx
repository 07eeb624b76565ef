import { useEffect, useRef, type ReactElement } from 'react';
import { Button } from './button';
import css from './toast.module.css';

/** What to say, and what can still be done about it. */
export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastProps {
  readonly message: ToastMessage | undefined;
  readonly onLeave: () => void;
}

/** Long enough to read and to reach the button, in milliseconds. */
const STAY_MS = 12_000;

/** A passing message, above everything. Inside a modal dialog it must stand in the dialog: all else is inert. */
export function Toast({ message, onLeave }: ToastProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!message) return undefined;
    const popover = box.current;
    popover?.showPopover();
    const timer = setTimeout(onLeave, STAY_MS);
    return () => {
      clearTimeout(timer);
      popover?.hidePopover();
    };
  }, [message, onLeave]);
  return (
    <div ref={box} popover="manual" className={css['toast']} role="status">
      {message?.text}
      {message?.action && (
        <Button look="primary" small onClick={message.action.run}>
          {message.action.label}
        </Button>
      )}
    </div>
  );
}
