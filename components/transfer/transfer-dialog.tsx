import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { ImportQuestion } from './import-question';
import { TransferOffer } from './transfer-offer';
import type { TransferPort } from './transfer-port';
import { TransferAnnouncement, TransferStatus } from './transfer-status';
import css from './transfer.module.css';
import type { TransferWork } from './use-transfer-work';

interface TransferDialogProps {
  readonly port: TransferPort;
  readonly work: TransferWork;
  readonly shown: readonly string[] | undefined;
  readonly onClose: () => void;
}

/** Everything about taking the history elsewhere and bringing it back. Closing it ends nothing. */
export function TransferDialog({ port, work, shown, onClose }: TransferDialogProps): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  const { state } = work;
  // What had the focus is gone with what it was about.
  useEffect(() => {
    const { activeElement } = document;
    const { current } = body;
    if (activeElement === document.body || activeElement === current?.parentElement) current?.focus();
  });
  return (
    <Dialog title={t('transfer.title')} onClose={onClose}>
      <TransferAnnouncement state={state} />
      <div ref={body} tabIndex={-1} className={css['body']}>
        {state.kind === 'idle' && (
          <TransferOffer port={port} shown={shown} onExport={work.exportPictures} onFiles={work.openFiles} />
        )}
        {state.kind === 'asking' && (
          <ImportQuestion
            name={state.name}
            counts={state.archive.counts}
            onImport={(choice) => work.importArchive(state.archive, choice)}
            onBack={work.reset}
          />
        )}
        <TransferStatus work={work}>
          <Button onClick={work.reset}>{t('transfer.back')}</Button>
        </TransferStatus>
        {state.kind === 'working' && (
          <p className={css['soft']}>
            {state.what === 'exporting' && `${t('transfer.saving')} `}
            {state.what === 'checking' && `${t('transfer.checkingHint')} `}
            {t('transfer.goesOn')}
          </p>
        )}
      </div>
    </Dialog>
  );
}
