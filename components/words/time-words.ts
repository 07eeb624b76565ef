import { orUnknown } from './format';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1000;

/** How much room the words may take. */
type Display = 'long' | 'narrow';

/** A span of time in the words of a language: `3.4 seconds`, `2 minutes, 5 seconds`; narrow: `2m 5s`. */
export function spanWords(milliseconds: number, language: string, display: Display): string {
  return orUnknown(milliseconds, (span) => knownSpan(span, language, display));
}

function knownSpan(milliseconds: number, language: string, display: Display): string {
  const part = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: display,
      maximumFractionDigits: 1,
    }).format(value);
  const span = Math.max(0, milliseconds);
  // Rounded first, so that no minute has sixty seconds.
  const whole = Math.round(span / SECOND) * SECOND;
  if (whole < MINUTE) return part(span / SECOND, 'second');
  const parts =
    whole < HOUR
      ? [part(Math.floor(whole / MINUTE), 'minute'), part((whole % MINUTE) / SECOND, 'second')]
      : [part(Math.floor(whole / HOUR), 'hour'), part(Math.floor((whole % HOUR) / MINUTE), 'minute')];
  return new Intl.ListFormat(language, { type: 'unit', style: display }).format(parts);
}

/** A point in time to the second, as a language writes it. */
export function exactTime(milliseconds: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return orUnknown(milliseconds, (time) => format.format(time));
}
