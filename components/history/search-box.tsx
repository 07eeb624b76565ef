import { useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import css from './search-box.module.css';

interface SearchBoxProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** Finds as a person types. Letters on their way to a Chinese word are no word yet. */
export function SearchBox({ query, onChange }: SearchBoxProps): ReactElement {
  const [composing, setComposing] = useState<string>();
  return (
    <input
      type="search"
      className={css['search']}
      aria-label={t('history.search')}
      placeholder={t('history.search')}
      dir="auto"
      spellCheck={false}
      value={composing ?? query}
      onCompositionStart={(event) => setComposing(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposing(undefined);
        onChange(event.currentTarget.value);
      }}
      onChange={({ target: { value } }) => {
        if (composing === undefined) onChange(value);
        else setComposing(value);
      }}
    />
  );
}
