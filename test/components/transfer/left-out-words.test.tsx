import { beforeEach, expect, it } from 'vitest';
import { countWords, exportWords } from '@/components/transfer/transfer-words';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

const EXPORTED = { pictures: 3, bytes: 300, name: 'Depict.zip', unreadable: 0 };

const FOUND = { pictures: 3, bytes: 300, fresh: 3, here: 0, inTrash: 0, jobsAlone: 0 };

it.each([
  [{ values: 0, rows: 0 }, []],
  [
    { values: 1, rows: 0 },
    ['1 damaged value of what is known about the pictures was left out or shortened.'],
  ],
  [
    { values: 7, rows: 2 },
    [
      '2 jobs or pictures are not in it, because what is stored about them is damaged.',
      '7 damaged values of what is known about the pictures were left out or shortened.',
    ],
  ],
])('an export says what it left out: %j', (leftOut, words) => {
  expect(exportWords({ ...EXPORTED, leftOut }).slice(1)).toEqual(words);
});

it.each([
  [0, []],
  [1, ['1 damaged value will be left out or shortened']],
  [12, ['12 damaged values will be left out or shortened']],
])('an archive says before it is imported what is damaged in it: %i', (leftOut, words) => {
  expect(countWords({ ...FOUND, leftOut }).slice(1)).toEqual(words);
});
