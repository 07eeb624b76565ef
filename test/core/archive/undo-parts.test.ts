import { describe, expect, it } from 'vitest';
import { undoParts } from '@/utils/core/archive/undo-parts';
import { makeJob } from '../../fixtures/jobs';
import { makePicture } from '../../fixtures/pictures';

describe('what takes an import back', () => {
  it('goes in parts: the pictures that came, their jobs, and then the rows that were replaced', () => {
    const ids = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `id ${index}`);
    const jobs = Array.from({ length: 201 }, () => ({ before: makeJob(), mark: 1 }));
    const pictures = Array.from({ length: 450 }, () => ({ before: makePicture(), mark: 2 }));
    const rows = { jobs: ids(3), pictures: ids(2500), replaced: { jobs, pictures } };
    const sizes = [...undoParts(rows)].map((part) => [
      part.pictures.length,
      part.jobs.length,
      part.replaced.jobs.length,
      part.replaced.pictures.length,
    ]);
    expect(sizes).toEqual([
      [2000, 0, 0, 0],
      [500, 0, 0, 0],
      [0, 3, 0, 0],
      [0, 0, 200, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 200],
      [0, 0, 0, 200],
      [0, 0, 0, 50],
    ]);
  });
});
