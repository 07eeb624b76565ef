import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatTime } from '@/components/words/format';

describe('a duration', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [7000, '0:07'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [125_000, '2:05'],
    [3_600_000, '60:00'],
    [-5000, '0:00'],
  ])('of %i ms reads %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
});

describe('a size', () => {
  it.each([
    [0, '0 kB'],
    [1234, '1.2 kB'],
    [9960, '10 kB'],
    [123_456, '123 kB'],
    [999_400, '999 kB'],
    [1_000_000, '1 MB'],
    [2_345_678, '2.3 MB'],
    [23_456_789, '23 MB'],
  ])('of %i bytes reads %s', (bytes, words) => {
    expect(formatBytes(bytes, 'en')).toBe(words);
  });

  it('is written as the language writes it', () => {
    expect(formatBytes(2_345_678, 'de')).toBe('2,3 MB');
  });

  it('just below a million bytes is not a thousand kilobytes', () => {
    expect(formatBytes(999_600, 'en')).toBe('1 MB');
  });
});

describe('a time', () => {
  const noon = new Date(2026, 8, 21, 12, 5).getTime();

  it.each([
    ['en', /^Sep 21, 2026, 12:05\sPM$/],
    ['zh-CN', /^2026年9月21日 12:05$/],
  ])('is written as %s writes it', (language, words) => {
    expect(formatTime(noon, language)).toMatch(words);
  });
});
