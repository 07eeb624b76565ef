import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import css from './search-box.module.css';

interface SearchBoxProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** Finds as a person types. */
export function SearchBox({ query, onChange }: SearchBoxProps): ReactElement {
  return (
    <input
      type="search"
      className={css['search']}
      aria-label={t('history.search')}
      placeholder={t('history.search')}
      dir="auto"
      value={query}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
