import type { ReactElement } from 'react';
import type { FilterCounts } from '@/utils/core/history/find-pictures';
import { setFilter, type HistoryQuery } from '@/utils/core/history/history-query';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';
import css from './filter-panel.module.css';
import { filterValueWords } from './filter-words';

interface FilterPanelProps {
  readonly id: string;
  readonly query: HistoryQuery;
  readonly counts: FilterCounts;
  readonly onChange: (query: HistoryQuery) => void;
}

const CHOICES = ['model', 'server', 'site', 'tag', 'size', 'shape', 'state'] as const;

const FLAGS = ['favorite', 'noted'] as const;

const DAYS = ['from', 'to'] as const;

/** Values with the most pictures first; the one that is set stays, even with none. */
function optionsOf(counts: ReadonlyMap<string, number>, chosen: string | undefined) {
  const options = [...counts].toSorted(([a, most], [b, least]) => least - most || (a < b ? -1 : 1));
  if (chosen !== undefined && !counts.has(chosen)) options.push([chosen, 0]);
  return options;
}

interface ChoiceProps extends Omit<FilterPanelProps, 'id'> {
  readonly name: (typeof CHOICES)[number];
}

/** One filter with its values; absent where there is nothing to choose. */
function Choice({ name, query, counts, onChange }: ChoiceProps): ReactElement | null {
  const chosen = query[name];
  const options = optionsOf(counts[name], chosen);
  if (options.length < 2 && chosen === undefined) return null;
  return (
    <Field label={t(`filter.${name}`)}>
      {(control) => (
        <select
          {...control}
          value={chosen ?? ''}
          onChange={({ target: { value } }) => onChange(setFilter(query, name, value))}
        >
          <option value="">{t('filter.any')}</option>
          {options.map(([value, count]) => (
            <option key={value} value={value}>
              {t('filter.option', { value: filterValueWords(name, value), count })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What pictures can be told apart by. Each choice says how many it would show. */
export function FilterPanel({ id, query, counts, onChange }: FilterPanelProps): ReactElement {
  return (
    <div id={id} className={css['panel']} role="group" aria-label={t('filter.title')}>
      {CHOICES.map((name) => (
        <Choice key={name} name={name} query={query} counts={counts} onChange={onChange} />
      ))}
      {DAYS.map((name) => (
        <Field key={name} label={t(`filter.${name}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={query[name] ?? ''}
              onChange={({ target: { value } }) => onChange(setFilter(query, name, value))}
            />
          )}
        </Field>
      ))}
      <div className={css['flags']}>
        {FLAGS.map((name) => {
          const count = counts[name].get('1') ?? 0;
          const isSet = query[name] === true;
          return (
            (count > 0 || isSet) && (
              <label key={name} className={css['flag']}>
                <input
                  type="checkbox"
                  checked={isSet}
                  onChange={({ target: { checked } }) => onChange(setFilter(query, name, checked ? '1' : ''))}
                />
                {t('filter.option', { value: t(`filter.${name}`), count })}
              </label>
            )
          );
        })}
        <label className={css['flag']}>
          <input
            type="checkbox"
            checked={query.stacked === true}
            onChange={({ target: { checked } }) => onChange(setFilter(query, 'stacked', checked ? '1' : ''))}
          />
          {t('filter.stack')}
        </label>
      </div>
    </div>
  );
}
