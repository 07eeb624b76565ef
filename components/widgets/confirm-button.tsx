import { useState, type MouseEvent, type ReactElement } from 'react';
import { Button } from './button';

interface ConfirmButtonProps {
  readonly label: string;
  /** What the second click does, in words. Other words are another question. */
  readonly sureLabel: string;
  readonly small?: boolean;
  readonly onConfirm: () => void;
}

/** For what cannot be taken back: it takes a second click. */
export function ConfirmButton({ label, sureLabel, onConfirm, ...look }: ConfirmButtonProps): ReactElement {
  const [asked, setAsked] = useState<string>();
  const isAsked = asked === sureLabel;
  const click = ({ detail }: MouseEvent): void => {
    // The second half of a double click is no answer.
    if (detail > 1) return;
    setAsked(isAsked ? undefined : sureLabel);
    if (isAsked) onConfirm();
  };
  return (
    <Button
      {...look}
      look={isAsked ? 'primary' : undefined}
      onClick={click}
      onBlur={() => setAsked(undefined)}
    >
      {isAsked ? sureLabel : label}
    </Button>
  );
}
