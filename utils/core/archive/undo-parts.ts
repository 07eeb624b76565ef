import type { UndoRows } from './import-batch';

/** Most of one part: ids are short, rows are not. */
const AT_ONCE = { ids: 2000, rows: 200 } as const;

const NOTHING: UndoRows = { jobs: [], pictures: [], replaced: { jobs: [], pictures: [] } };

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Whether there is anything to take back. */
export function canUndo({ jobs, pictures, replaced }: UndoRows): boolean {
  return jobs.length + pictures.length + replaced.jobs.length + replaced.pictures.length > 0;
}

/** What takes an import back, in parts that can be sent. The jobs that came go with the last of their pictures. */
export function* undoParts({ jobs, pictures, replaced }: UndoRows): Generator<UndoRows> {
  for (const part of inParts(pictures, AT_ONCE.ids)) yield { ...NOTHING, pictures: part };
  for (const part of inParts(jobs, AT_ONCE.ids)) yield { ...NOTHING, jobs: part };
  for (const part of inParts(replaced.jobs, AT_ONCE.rows)) {
    yield { ...NOTHING, replaced: { jobs: part, pictures: [] } };
  }
  for (const part of inParts(replaced.pictures, AT_ONCE.rows)) {
    yield { ...NOTHING, replaced: { jobs: [], pictures: part } };
  }
}
