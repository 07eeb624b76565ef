import { useId, useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import type { TransferSize } from '@/utils/core/archive/archive-ports';
import { t, tCount } from '@/utils/i18n/translate';
import { useAnswer } from '../hooks/use-answer';
import { Button } from '../widgets/button';
import type { TransferPort } from './transfer-port';
import { sizeWords } from './transfer-words';
import css from './transfer.module.css';

interface ScopeProps {
  readonly group: string;
  readonly name: string;
  readonly size: TransferSize | undefined;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Scope({ group, name, size, checked, onChoose }: ScopeProps): ReactElement {
  const id = useId();
  return (
    <div className={css['choice']}>
      <input type="radio" id={id} name={group} checked={checked} onChange={onChoose} />
      <label htmlFor={id}>{name}</label>
      <span className={css['soft']}>{size && sizeWords(size)}</span>
    </div>
  );
}

interface TransferOfferProps {
  readonly port: TransferPort;
  /** Pictures that are shown while not all of them are; in their order. */
  readonly shown: readonly string[] | undefined;
  readonly onExport: (ids: readonly string[] | undefined) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What can be taken elsewhere, and how something is brought back. */
export function TransferOffer({ port, shown, onExport, onFiles }: TransferOfferProps): ReactElement {
  const group = useId();
  const [wantsShown, setWantsShown] = useState(shown !== undefined);
  const input = useRef<HTMLInputElement>(null);
  const [measures] = useState(() => ({
    all: () => port.measure(),
    shown: () => (shown ? port.measure(shown) : Promise.resolve(undefined)),
  }));
  const [all] = useAnswer<TransferSize | undefined>(measures.all, undefined);
  const [some] = useAnswer<TransferSize | undefined>(measures.shown, undefined);
  const size = wantsShown ? some : all;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <section className={css['section']}>
        <h3>{t('transfer.take')}</h3>
        <p className={css['soft']}>{t('transfer.takeHint')}</p>
        {shown ? (
          <fieldset className={css['choices']}>
            <legend>{t('transfer.what')}</legend>
            <Scope
              group={group}
              name={t('transfer.shown')}
              size={some}
              checked={wantsShown}
              onChoose={() => setWantsShown(true)}
            />
            <Scope
              group={group}
              name={t('transfer.everything')}
              size={all}
              checked={!wantsShown}
              onChoose={() => setWantsShown(false)}
            />
          </fieldset>
        ) : (
          <p>{all && (all.pictures > 0 ? sizeWords(all) : t('transfer.nothing'))}</p>
        )}
        {size && size.pictures > 0 && (
          <div>
            <Button look="primary" onClick={() => onExport(wantsShown ? shown : undefined)}>
              {tCount('transfer.export', size.pictures)}
            </Button>
          </div>
        )}
      </section>
      <section className={css['section']}>
        <h3>{t('transfer.bring')}</h3>
        <p className={css['soft']}>{t('transfer.bringHint')}</p>
        <div>
          <Button onClick={() => input.current?.click()}>{t('transfer.choose')}</Button>
          <input
            ref={input}
            hidden
            type="file"
            multiple
            accept=".zip,application/zip,image/png,image/jpeg,image/webp,image/gif,image/avif"
            aria-label={t('transfer.file')}
            onChange={choose}
          />
        </div>
      </section>
    </>
  );
}
