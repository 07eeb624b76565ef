import { useEffect, useRef, useState, type ReactElement } from 'react';
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

/**
 * A passing message, above everything; it stays while the pointer or the focus is on it. Inside a modal dialog it must
 * stand in the dialog: all else is inert.
 */
export function Toast({ message, onLeave }: ToastProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!message) return undefined;
    const popover = box.current;
    popover?.showPopover();
    return () => {
      popover?.hidePopover();
      // Whatever held it is not told when what it is on goes away.
      setHeld(false);
    };
  }, [message]);
  useEffect(() => {
    if (!message || isHeld) return undefined;
    const timer = setTimeout(onLeave, STAY_MS);
    return () => clearTimeout(timer);
  }, [message, isHeld, onLeave]);
  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(false);
  return (
    // The region is there before the words: screen readers announce what comes into one, not one that comes with words.
    <div role="status">
      <div
        ref={box}
        popover="manual"
        className={css['toast']}
        onPointerEnter={hold}
        onPointerLeave={release}
        onFocus={hold}
        onBlur={release}
      >
        {message?.text}
        {message?.action && (
          <Button look="primary" small onClick={message.action.run}>
            {message.action.label}
          </Button>
        )}
      </div>
    </div>
  );
}
