import * as v from 'valibot';
import type { ImportBatch } from '../core/import-batch';
import { isOpen } from '../core/job';
import { jobSchema, pictureSchema } from './row-schemas';

const edge = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const batchSchema = v.object({
  jobs: v.array(
    v.object({
      row: v.pipe(
        jobSchema,
        v.check(({ state }) => !isOpen(state), 'An imported job has ended'),
      ),
      isNew: v.boolean(),
    }),
  ),
  added: v.array(
    v.pipe(
      v.object({
        picture: pictureSchema,
        original: v.blob(),
        thumbnail: v.object({ bytes: v.instance(ArrayBuffer), width: edge, height: edge }),
      }),
      v.check(({ picture, original }) => original.size === picture.byteSize, 'The size is another one'),
    ),
  ),
  replaced: v.array(pictureSchema),
}) satisfies v.GenericSchema<unknown, ImportBatch>;

/**
 * What a page handed over to be written.
 * @throws ValiError where it is not in the form that pages hand over
 */
export function parseImportBatch(data: unknown): ImportBatch {
  return v.parse(batchSchema, data);
}
