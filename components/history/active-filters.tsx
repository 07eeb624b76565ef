import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  FILTERS,
  isNarrowed,
  setFilter,
  withoutFilters,
  type HistoryQuery,
} from '@/utils/core/history/history-query';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { setFilterWords } from './filter-words';
import css from './history-bar.module.css';

interface ActiveFiltersProps {
  readonly query: HistoryQuery;
  /** How many were found, in words. */
  readonly found: string;
  /** Whether there may be more that were not looked at yet. */
  readonly isLooking: boolean;
  readonly onChange: (query: HistoryQuery) => void;
}

/** What pictures are left out by, how many are left, and the way out of each. */
export function ActiveFilters({ query, found, isLooking, onChange }: ActiveFiltersProps): ReactElement {
  return (
    <div className={css['active']}>
      <span role="status" className={css['found']}>
        {isLooking ? t('history.looking') : isNarrowed(query) && found}
      </span>
      {FILTERS.map((name) => {
        const words = setFilterWords(query, name);
        return (
          words !== undefined && (
            <Button
              key={name}
              small
              aria-label={t('filter.remove', { filter: words })}
              onClick={() => onChange(setFilter(query, name, ''))}
            >
              <span className={css['chip']} dir="auto">
                {words}
              </span>
              <X size={13} aria-hidden />
            </Button>
          )
        );
      })}
      {isNarrowed(query) && (
        <Button small look="quiet" onClick={() => onChange(withoutFilters(query))}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
