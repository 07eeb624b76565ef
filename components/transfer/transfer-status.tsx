import type { ReactElement, ReactNode } from 'react';
import { t, type MessageKey } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { progressWords } from './transfer-words';
import css from './transfer.module.css';
import type { TransferState, TransferWork } from './use-transfer-work';

type Working = Extract<TransferState, { kind: 'working' }>;

const NAMES: Readonly<Record<Working['what'], MessageKey>> = {
  exporting: 'transfer.exporting',
  checking: 'transfer.checking',
  importing: 'transfer.importing',
  undoing: 'transfer.undoing',
};

/** How much of the bar is full: by bytes, as pictures differ in size. */
function fullness({ progress }: Working): number | undefined {
  if (!progress) return undefined;
  const { done, total } = progress;
  if (total.bytes > 0) return done.bytes / total.bytes;
  return total.pictures > 0 ? done.pictures / total.pictures : undefined;
}

function WorkingStatus({
  state,
  work,
}: {
  readonly state: Working;
  readonly work: TransferWork;
}): ReactElement {
  const name = t(NAMES[state.what]);
  return (
    <>
      <span className={css['name']}>{name}</span>
      <progress className={css['bar']} aria-label={name} value={fullness(state)} />
      <div className={css['row']}>
        <span className={css['soft']}>{state.progress && progressWords(state.progress)}</span>
        {state.what !== 'undoing' && (
          <Button small onClick={work.cancel}>
            {t('transfer.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}

interface TransferStatusProps {
  readonly work: TransferWork;
  /** Other ways on, once it has ended. */
  readonly children?: ReactNode;
}

/** How far a transfer is, or how it ended, with what can be done about it. */
export function TransferStatus({ work, children }: TransferStatusProps): ReactElement | null {
  const { state } = work;
  if (state.kind === 'working') return <WorkingStatus state={state} work={work} />;
  if (state.kind !== 'ended') return null;
  const { rows, words, isBad } = state;
  return (
    <>
      <div className={isBad ? css['bad'] : css['words']}>
        {words.map((sentence) => (
          <p key={sentence} dir="auto">
            {sentence}
          </p>
        ))}
      </div>
      {(rows || children) && (
        <div className={css['buttons']}>
          {rows && <Button onClick={() => work.undo(rows)}>{t('transfer.undo')}</Button>}
          {children}
        </div>
      )}
    </>
  );
}

/** The same for those who listen: what began and how it ended, and not each step between. */
export function TransferAnnouncement({ state }: { readonly state: TransferState }): ReactElement {
  const text =
    state.kind === 'working' ? t(NAMES[state.what]) : state.kind === 'ended' ? state.words.join(' ') : '';
  return (
    <p role="status" className={css['announcement']}>
      {text}
    </p>
  );
}
