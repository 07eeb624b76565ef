import { X } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { TransferAnnouncement, TransferStatus } from './transfer-status';
import css from './transfer.module.css';
import type { TransferWork } from './use-transfer-work';

interface TransferStripProps {
  readonly work: TransferWork;
  readonly onShow: () => void;
}

/** What goes on while nobody looks at the dialog, at the edge of the window; stays until it was read. */
export function TransferStrip({ work, onShow }: TransferStripProps): ReactElement {
  const strip = useRef<HTMLElement>(null);
  const isEnded = work.state.kind === 'ended';
  // Above the viewer, too.
  useEffect(() => strip.current?.showPopover(), []);
  return (
    <section ref={strip} popover="manual" className={css['strip']} aria-label={t('transfer.title')}>
      <TransferAnnouncement state={work.state} />
      <div className={css['stripBody']}>
        <TransferStatus work={work} />
      </div>
      {isEnded ? (
        <IconButton name={t('transfer.close')} icon={X} size={16} onClick={work.reset} />
      ) : (
        <Button look="quiet" small onClick={onShow}>
          {t('transfer.show')}
        </Button>
      )}
    </section>
  );
}
