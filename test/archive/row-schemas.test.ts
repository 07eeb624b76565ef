import type * as v from 'valibot';
import { expectTypeOf, it } from 'vitest';
import type { jobSchema, keptJobSchema, keptPictureSchema, pictureSchema } from '@/utils/archive/row-schemas';
import type { Job } from '@/utils/core/job/job';
import type { Picture } from '@/utils/core/picture/picture';
import type { Passage } from '@/utils/core/text/passage';

type JobRow = v.InferOutput<typeof jobSchema>;

it('names every field of our rows: one that is forgotten would be lost on the way', () => {
  // Bytes that nobody has looked at yet are in no archive.
  expectTypeOf<Exclude<keyof Job, keyof JobRow>>().toEqualTypeOf<'arrivedPictures'>();
  expectTypeOf<Exclude<keyof Passage, keyof NonNullable<JobRow['passage']>>>().toEqualTypeOf<never>();
  expectTypeOf<
    Exclude<keyof Picture, keyof v.InferOutput<typeof pictureSchema>>
  >().toEqualTypeOf<'deletedAt'>();
});

it('names every field of rows that an import replaced', () => {
  // Jobs with such bytes are not replaced.
  expectTypeOf<
    Exclude<keyof Job, keyof v.InferOutput<typeof keptJobSchema>>
  >().toEqualTypeOf<'arrivedPictures'>();
  expectTypeOf<
    Exclude<keyof Picture, keyof v.InferOutput<typeof keptPictureSchema>>
  >().toEqualTypeOf<never>();
});
