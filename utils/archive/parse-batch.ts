import * as v from 'valibot';
import type { ImportBatch, UndoRows } from '../core/archive/import-batch';
import { importedJob } from '../core/archive/imported-job';
import { jobSchema, keptJobSchema, keptPictureSchema, pictureSchema, positive } from './row-schemas';

const buffer = v.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer);

const batchSchema = v.object({
  jobs: v.array(
    v.object({
      row: jobSchema,
      isNew: v.boolean(),
    }),
  ),
  added: v.array(
    v.pipe(
      v.object({
        picture: pictureSchema,
        original: v.blob(),
        thumbnail: v.exactOptional(v.object({ bytes: buffer, width: positive, height: positive })),
      }),
      v.check(({ picture, original }) => original.size === picture.byteSize, 'The size is another one'),
    ),
  ),
  replaced: v.array(pictureSchema),
}) satisfies v.GenericSchema<unknown, ImportBatch>;

const ids = v.array(v.string());

const undoSchema = v.object({
  jobs: ids,
  pictures: ids,
  replaced: v.object({
    jobs: v.array(v.object({ before: keptJobSchema, mark: v.number() })),
    pictures: v.array(v.object({ before: keptPictureSchema, mark: v.number() })),
  }),
}) satisfies v.GenericSchema<unknown, UndoRows>;

/**
 * What a page handed over to take an import back.
 * @throws ValiError where it is not in the form that pages hand over
 */
export function parseUndoRows(data: unknown): UndoRows {
  return v.parse(undoSchema, data);
}

/**
 * What a page handed over to be written: its jobs have ended.
 * @param at milliseconds since the epoch
 * @throws ValiError where it is not in the form that pages hand over
 */
export function parseImportBatch(data: unknown, at: number): ImportBatch {
  const { jobs, ...pictures } = v.parse(batchSchema, data);
  return { ...pictures, jobs: jobs.map(({ row, isNew }) => ({ row: importedJob(row, at), isNew })) };
}
