import { expect, it } from 'vitest';
import { createStorageSum, isRetired, retentionLimit } from '@/utils/core/history/storage-use';
import { makePicture } from '../../fixtures/pictures';

const DAY = 24 * 60 * 60_000;
const NOW = 1000 * DAY;

const picture = (age: number, changes: Parameters<typeof makePicture>[0] = {}) =>
  makePicture({ createdAt: NOW - age * DAY, byteSize: 10, ...changes });

it('adds up what is kept and what is in the trash', () => {
  const sum = createStorageSum(NOW);
  [picture(0), picture(1, { byteSize: 5 }), picture(2, { deletedAt: 1 })].forEach(sum.add);
  expect(sum.result()).toMatchObject({ kept: { count: 2, bytes: 15 }, trash: { count: 1, bytes: 10 } });
});

it('tells what each rule would take, and never favorites or what is in the trash', () => {
  const sum = createStorageSum(NOW);
  const ages = [89, 91, 200, 400, 800];
  ages.map((age) => picture(age)).forEach(sum.add);
  [picture(900, { favorite: true }), picture(900, { deletedAt: 1 })].forEach(sum.add);
  expect([...sum.result().retired]).toEqual([
    [90, { count: 4, bytes: 40 }],
    [180, { count: 3, bytes: 30 }],
    [365, { count: 2, bytes: 20 }],
    [730, { count: 1, bytes: 10 }],
  ]);
});

it('takes a picture from the moment it is older than the rule', () => {
  const before = retentionLimit(90, NOW);
  expect(isRetired(picture(90), before)).toBe(false);
  expect(isRetired(picture(90, { createdAt: before - 1 }), before)).toBe(true);
});
