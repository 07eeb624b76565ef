import { expect, it } from 'vitest';
import { t, tCount } from '@/utils/i18n/translate';

it('gives the sentence in the language of the browser', () => {
  expect(t('composer.generate')).toBe('Generate');
});

it('puts values in the place of their names', () => {
  expect(t('composer.count', { count: 5, limit: 4000 })).toBe('5 of 4000 characters');
});

it.each([
  [1, /^1 picture waits /],
  [0, /^0 pictures wait /],
  [12, /^12 pictures wait /],
])('counts %i', (count, sentence) => {
  expect(tCount('options.waiting', count)).toMatch(sentence);
});
