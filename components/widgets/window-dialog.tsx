import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react';
import { useModal } from '../hooks/use-modal';
import { actionOf, type KeyWords } from './key-press';
import css from './window-dialog.module.css';

interface WindowDialogProps<Action extends string> {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly label: string;
  /** How what is in it is laid out. */
  readonly className: string | undefined;
  /** Its keys, and what they do now. */
  readonly keys: readonly KeyWords<Action>[];
  readonly actions: Readonly<Partial<Record<Action, () => void>>>;
  /** Told of each key first; one whose default it prevents is nobody else's. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** A person closed it. */
  readonly onClose: () => void;
  readonly 'data-details'?: '' | undefined;
  readonly children: ReactNode;
}

/** A dialog as large as the window, with keys of its own. */
export function WindowDialog<Action extends string>(props: WindowDialogProps<Action>): ReactElement {
  const { dialog, label, className, keys, actions, onKeyDown, onClose, children } = props;
  useModal(dialog, onClose);
  const press = (event: KeyboardEvent): void => {
    onKeyDown?.(event);
    const action = event.defaultPrevented ? undefined : actionOf(keys, event);
    const run = action && actions[action];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog takes its keys wherever the focus is inside it
    <dialog
      ref={dialog}
      className={`${css['window']} ${className ?? ''}`}
      aria-label={label}
      data-details={props['data-details']}
      onKeyDown={press}
    >
      {children}
    </dialog>
  );
}
