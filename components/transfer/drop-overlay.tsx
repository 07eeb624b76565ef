import { Download } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import css from './drop-overlay.module.css';

/** Says what happens to files that are over the page. Above everything, dialogs included, and in nobody's way. */
export function DropOverlay(): ReactElement {
  const overlay = useRef<HTMLElement>(null);
  useEffect(() => overlay.current?.showPopover(), []);
  return (
    <section ref={overlay} popover="manual" className={css['overlay']} aria-label={t('transfer.drop')}>
      <div className={css['target']}>
        <Download size={36} aria-hidden />
        <strong>{t('transfer.drop')}</strong>
        <span>{t('transfer.dropHint')}</span>
      </div>
    </section>
  );
}
