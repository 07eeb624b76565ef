import type * as v from 'valibot';
import { expectTypeOf, it } from 'vitest';
import type { RowSchemas } from '@/utils/archive/row-schemas';
import type { Job, PendingPicture } from '@/utils/core/job/job';
import type { Failure } from '@/utils/core/failure/failure';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import type { CostEstimate, JobCost } from '@/utils/core/money/cost';
import type { Picture } from '@/utils/core/picture/picture';
import type { ActualParameters, ReplySummary, Usage } from '@/utils/core/request/image-reply';
import type { Passage } from '@/utils/core/text/passage';

type Row<Name extends keyof RowSchemas> = v.InferOutput<RowSchemas[Name]>;

type JobRow = Row<'job'>;

type Item<List> = NonNullable<List> extends readonly (infer One)[] ? One : never;

/** Fields of ours that a schema does not name. */
type Forgotten<Ours, Schema> = Exclude<keyof Ours, keyof NonNullable<Schema>>;

it('names every field of our rows: one that is forgotten would be lost on the way', () => {
  // Bytes that have not been decoded yet are in no archive.
  expectTypeOf<Forgotten<Job, JobRow>>().toEqualTypeOf<'arrivedPictures'>();
  expectTypeOf<Forgotten<Picture, Row<'picture'>>>().toEqualTypeOf<'deletedAt'>();
  expectTypeOf<Forgotten<Job, Row<'archivedJob'>>>().toEqualTypeOf<'arrivedPictures'>();
  expectTypeOf<Forgotten<Picture, Row<'archivedPicture'>['picture']>>().toEqualTypeOf<'deletedAt'>();
});

it('names every field of what is in a job', () => {
  expectTypeOf<Forgotten<GenerationParameters, JobRow['parameters']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<GenerationParameters, JobRow['request']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<Passage, JobRow['passage']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<ReplySummary, JobRow['reply']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<ActualParameters, NonNullable<JobRow['reply']>['actual']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<Usage, NonNullable<JobRow['reply']>['usage']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<Failure, JobRow['failure']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<JobCost, JobRow['cost']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<CostEstimate, JobRow['estimate']>>().toEqualTypeOf<never>();
  expectTypeOf<Forgotten<PendingPicture, Item<JobRow['pendingPictures']>>>().toEqualTypeOf<never>();
});

it('names every field of rows that an import replaced', () => {
  // Jobs with such bytes are not replaced.
  expectTypeOf<Forgotten<Job, Row<'keptJob'>>>().toEqualTypeOf<'arrivedPictures'>();
  expectTypeOf<Forgotten<Picture, Row<'keptPicture'>>>().toEqualTypeOf<never>();
});
