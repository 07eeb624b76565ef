import { expect, it } from 'vitest';
import { spanWords } from '@/components/words/time-words';

it.each([
  [0, 'en', 'long', '0 seconds'],
  [-5, 'en', 'long', '0 seconds'],
  [1000, 'en', 'long', '1 second'],
  [3440, 'en', 'long', '3.4 seconds'],
  [3440, 'en', 'narrow', '3.4s'],
  [59_400, 'en', 'long', '59.4 seconds'],
  [59_970, 'en', 'long', '1 minute, 0 seconds'],
  [125_000, 'en', 'long', '2 minutes, 5 seconds'],
  [125_000, 'en', 'narrow', '2m 5s'],
  [3_599_900, 'en', 'long', '1 hour, 0 minutes'],
  [90_061_000, 'en', 'long', '25 hours, 1 minute'],
  [125_000, 'zh-CN', 'long', '2分钟5秒钟'],
] as const)('%i ms in %s, %s, are %s', (milliseconds, language, display, words) => {
  expect(spanWords(milliseconds, language, display)).toBe(words);
});
