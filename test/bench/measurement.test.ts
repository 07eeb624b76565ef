import { expect, test } from 'vitest';
import { formatTable, median, type Measurement } from './measurement';

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(median([7])).toBe(7);
});

test('a row says whether it reached its goal', () => {
  const row: Measurement = {
    name: 'x',
    unit: 'ms',
    ours: 10,
    floor: 8,
    goal: 10,
    rule: '≤ 1.25 × floor',
    samples: { ours: [], floor: [] },
  };
  expect(formatTable([row])).toContain('reached');
  expect(formatTable([{ ...row, ours: 10.1 }])).toContain('MISSED');
});
