import { t } from '@/utils/i18n/translate';
import { orUnknown } from './format';

/** Start of the local day of a moment, so many days later. */
function startOfDay(at: number, days: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** A day as a person names it. Before the first year of computers no time is known. */
export function dayWords(day: number): string {
  if (day < 1) return t('history.earlier');
  const now = Date.now();
  if (day === startOfDay(now, 0)) return t('history.today');
  if (day === startOfDay(now, -1)) return t('history.yesterday');
  const { lang } = document.documentElement;
  return orUnknown(day, (known) => new Intl.DateTimeFormat(lang, { dateStyle: 'full' }).format(known));
}

/** The month of a day, short enough for the edge of a window. */
export function monthWords(day: number): string {
  const { lang } = document.documentElement;
  const style = { month: 'short', year: 'numeric' } as const;
  return orUnknown(day, (known) => new Intl.DateTimeFormat(lang, style).format(known));
}
