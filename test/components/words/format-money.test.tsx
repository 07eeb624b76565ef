import { afterEach, expect, it } from 'vitest';
import { formatEstimate, formatMoney } from '@/components/words/format-money';

afterEach(() => {
  document.documentElement.lang = '';
});

it.each([
  [0, '$0.00'],
  [0.5, '$0.50'],
  [0.011, '$0.011'],
  [0.00042, '$0.0004'],
  [0.21, '$0.21'],
  [1.2345, '$1.23'],
  [1234.5, '$1,234.50'],
])('%f reads %s', (amount, words) => {
  expect(formatMoney(amount)).toBe(words);
});

it.each([NaN, Infinity, -1, 1e308])('is unknown for %d, which is no amount', (amount) => {
  expect(formatMoney(amount)).toBe('Cost unknown');
  expect(formatEstimate(amount)).toBe('Cost unknown');
});

it('is written as the language of the page writes it', () => {
  document.documentElement.lang = 'zh-CN';
  expect(formatMoney(0.011)).toBe('US$0.011');
});
