/** A duration in minutes and seconds, as a clock shows it: `0:07`, `2:05`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A point in time as the person's own language writes it. */
export function formatTime(milliseconds: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

/** From here on kilobytes would be rounded to a thousand. */
const MEGABYTE_FROM = 999_500;

/** Bytes in the unit that reads best. */
export function formatBytes(bytes: number, language: string): string {
  const [value, unit] = bytes < MEGABYTE_FROM ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, digits).format(value);
}
