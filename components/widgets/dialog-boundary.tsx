import type { ReactElement, ReactNode } from 'react';
import { Dialog } from './dialog';
import { FaultBoundary } from './fault-boundary';

interface DialogBoundaryProps {
  readonly title: string;
  /** What the dialog shows: another one is drawn anew. */
  readonly subject: unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Shows a dialog with a notice and a way out where one over the page cannot be drawn. */
export function DialogBoundary({ title, subject, onClose, children }: DialogBoundaryProps): ReactElement {
  return (
    <FaultBoundary
      subject={subject}
      onClose={onClose}
      renderNotice={(notice) => (
        <Dialog title={title} onClose={onClose}>
          {notice}
        </Dialog>
      )}
    >
      {children}
    </FaultBoundary>
  );
}
