import { describe, expect, it } from 'vitest';
import { dayWords, monthWords } from '@/components/words/day-words';
import { formatBytes, formatDuration, formatPercent, formatTime } from '@/components/words/format';
import { formatEstimate, formatMoney } from '@/components/words/format-money';
import { exactTime, spanWords } from '@/components/words/time-words';
import { reportTime } from '@/utils/core/text/report-lines';

/** What broken rows hold: no numbers, and numbers that are no dates. */
const NONE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 9e15, Number.MAX_VALUE];

const FORMATTERS: Readonly<Record<string, (value: number) => string | undefined>> = {
  formatTime: (value) => formatTime(value, 'en'),
  exactTime: (value) => exactTime(value, 'en'),
  spanWords: (value) => spanWords(value, 'en', 'long'),
  formatDuration,
  formatBytes: (value) => formatBytes(value, 'en'),
  formatPercent: (value) => formatPercent(value, 'en'),
  monthWords,
  reportTime,
  formatMoney,
  formatEstimate,
};

describe.each(Object.keys(FORMATTERS))('%s', (name) => {
  it.each(NONE)('says of %d that it is unknown', (value) => {
    expect(FORMATTERS[name]?.(value)).toMatch(/unknown/i);
  });
});

it.each(NONE.filter((value) => value > 0))('dayWords says of %d that it is unknown', (day) => {
  expect(dayWords(day)).toBe('Unknown');
});
