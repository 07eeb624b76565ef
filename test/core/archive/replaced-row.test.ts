import { describe, expect, it } from 'vitest';
import { jobMark, rowMark } from '@/utils/core/archive/replaced-row';
import { makeJob } from '../../fixtures/jobs';
import { makePicture } from '../../fixtures/pictures';

describe('the mark of a row', () => {
  const row = makePicture({ tags: ['fog', 'sea'], note: 'mine' });

  it('is the same in whichever order its fields came', () => {
    const turned = Object.fromEntries(Object.entries(row).toReversed());
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(row));
    expect(rowMark(turned)).toBe(rowMark(row));
  });

  it.each([{ note: 'yours' }, { tags: ['sea', 'fog'] }, { favorite: !row.favorite }, { deletedAt: 7 }])(
    'is another one with %j',
    (change) => {
      expect(rowMark({ ...row, ...change })).not.toBe(rowMark(row));
    },
  );

  it('of a job tells how it stands, and not which pictures it has', () => {
    const job = makeJob({ pictureIds: ['a'] });
    expect(jobMark({ ...job, pictureIds: ['a', 'b'] })).toBe(jobMark(job));
    expect(jobMark({ ...job, attempts: job.attempts + 1 })).not.toBe(jobMark(job));
  });
});
