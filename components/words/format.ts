import { t } from '@/utils/i18n/translate';

/** Longest time from the epoch that a date can have, in milliseconds (ECMAScript §21.4.1.1). */
const MOST_TIME = 8.64e15;

/** A value as words, and "Unknown" where it is none: rows of older versions and of archives may hold anything. */
export function orUnknown(value: number, words: (value: number) => string, most = MOST_TIME): string {
  return Number.isFinite(value) && Math.abs(value) <= most ? words(value) : t('words.unknown');
}

/** A duration in minutes and seconds, as a clock shows it: `0:07`, `2:05`. */
export function formatDuration(milliseconds: number): string {
  return orUnknown(milliseconds, (span) => {
    const seconds = Math.max(0, Math.floor(span / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
}

/** A point in time as the person's own language writes it. */
export function formatTime(milliseconds: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return orUnknown(milliseconds, (time) => format.format(time));
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** From here on a unit would be rounded to a thousand, and the next one reads better. */
const NEXT_FROM = 999.5;

/** Bytes in the unit that reads best. */
export function formatBytes(bytes: number, language: string): string {
  return orUnknown(bytes, (known) => bytesInWords(known, language));
}

function bytesInWords(bytes: number, language: string): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= NEXT_FROM && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = { style: 'unit', unit: UNITS[unit], maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, digits).format(value);
}

/** A number of hundredths as the language writes it. */
export function formatPercent(percent: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'percent' });
  return orUnknown(percent, (known) => format.format(known / 100));
}
