/** A duration in minutes and seconds, as a clock shows it: `0:07`, `2:05`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A point in time as the person's own language writes it. */
export function formatTime(milliseconds: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** From here on a unit would be rounded to a thousand, and the next one reads better. */
const NEXT_FROM = 999.5;

/** Bytes in the unit that reads best. */
export function formatBytes(bytes: number, language: string): string {
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
  return new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);
}
