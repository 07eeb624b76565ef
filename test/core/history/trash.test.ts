import { expect, it } from 'vitest';
import { daysLeft, TRASH_DAYS, TRASH_MS } from '@/utils/core/history/trash';

const DAY = TRASH_MS / TRASH_DAYS;

it.each([
  ['just now', 0, 30],
  ['a moment ago', 1, 30],
  ['a day ago', DAY, 29],
  ['with an hour left', TRASH_MS - DAY / 24, 1],
  ['a whole time ago', TRASH_MS, 0],
  ['longer ago', TRASH_MS + DAY, 0],
])('what was deleted %s has its days left', (_, ago, days) => {
  expect(daysLeft(5000, 5000 + ago)).toBe(days);
});
