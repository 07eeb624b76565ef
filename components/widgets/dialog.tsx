import { X } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { t } from '@/utils/i18n/translate';
import { useModal } from '../hooks/use-modal';
import css from './dialog.module.css';
import { IconButton } from './icon-button';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, open as long as it is there; Escape and a button close it. */
export function Dialog({ title, onClose, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog, onClose);
  return (
    <dialog ref={dialog} className={css['dialog']} aria-label={title}>
      <div className={css['top']}>
        <h2>{title}</h2>
        <IconButton name={t('history.close')} icon={X} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}
