import * as v from 'valibot';
import type { ImportBatch, UndoRows } from '../core/archive/import-batch';
import { importedJob } from '../core/archive/imported-job';
import type { ReplacedRow } from '../core/archive/replaced-row';
import { latestTime } from '../core/archive/own-id';
import { isOpen } from '../core/job/job';
import type { MendedRow } from './mend-row';
import { createRowReader } from './read-rows';
import { createRowSchemas, positive, type RowSchemas } from './row-schemas';

const buffer = v.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer);

function batchSchema({ job, picture }: RowSchemas): v.GenericSchema<unknown, ImportBatch> {
  return v.object({
    jobs: v.array(v.object({ row: job, isNew: v.boolean() })),
    added: v.array(
      v.pipe(
        v.object({
          picture,
          original: v.blob(),
          thumbnail: v.exactOptional(v.object({ bytes: buffer, width: positive, height: positive })),
        }),
        v.check((one) => one.original.size === one.picture.byteSize, 'The size is another one'),
      ),
    ),
    replaced: v.array(picture),
  });
}

const ids = v.array(v.string());

const undoSchema = v.object({
  jobs: ids,
  pictures: ids,
  replaced: v.object({
    jobs: v.array(v.object({ before: v.unknown(), mark: v.number() })),
    pictures: v.array(v.object({ before: v.unknown(), mark: v.number() })),
  }),
});

/**
 * The rows as they are kept here.
 * @throws RangeError where one cannot be mended
 */
function rowsBefore<Row>(
  replaced: readonly { readonly before: unknown; readonly mark: number }[],
  read: (row: unknown) => MendedRow<Row> | undefined,
): readonly ReplacedRow<Row>[] {
  return replaced.map(({ before, mark }) => {
    const mended = read(before);
    if (!mended) throw new RangeError('This is no row that can be put back');
    return { before: mended.row, mark };
  });
}

/**
 * What a page handed over to take an import back. Jobs that are under way are in none: an import leaves them alone.
 * @param at milliseconds since the epoch
 * @throws ValiError or RangeError where it is not in the form that pages hand over
 */
export function parseUndoRows(data: unknown, at: number): UndoRows {
  const { replaced, ...added } = v.parse(undoSchema, data);
  const reader = createRowReader(at);
  const jobs = rowsBefore(replaced.jobs, reader.keptJob);
  if (jobs.some(({ before }) => isOpen(before.state))) throw new RangeError('A job in it is under way');
  return { ...added, replaced: { jobs, pictures: rowsBefore(replaced.pictures, reader.keptPicture) } };
}

/**
 * What a page handed over to be written: its jobs have ended.
 * @param at milliseconds since the epoch
 * @throws ValiError where it is not in the form that pages hand over
 */
export function parseImportBatch(data: unknown, at: number): ImportBatch {
  const schemas = createRowSchemas(latestTime(at));
  const { jobs, ...pictures } = v.parse(batchSchema(schemas), data);
  return { ...pictures, jobs: jobs.map(({ row, isNew }) => ({ row: importedJob(row, at), isNew })) };
}
