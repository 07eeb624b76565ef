import type { HistoryFilter, HistoryQuery } from '@/utils/core/history/history-query';
import { SHAPES } from '@/utils/core/history/history-query';
import { JOB_STATES } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import { stateWords } from '../words/state-words';

/** A value of a filter as a person reads it. */
export function filterValueWords(name: HistoryFilter, value: string): string {
  const shape = name === 'shape' ? SHAPES.find((one) => one === value) : undefined;
  if (shape) return t(`shape.${shape}`);
  const state = name === 'state' ? JOB_STATES.find((one) => one === value) : undefined;
  if (state) return stateWords(state);
  return value;
}

/** A filter that is set, in words; `undefined` where it is not. */
export function setFilterWords(query: HistoryQuery, name: HistoryFilter): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (value === true) return t(`filter.${name}`);
  return t('filter.set', { name: t(`filter.${name}`), value: filterValueWords(name, value) });
}
