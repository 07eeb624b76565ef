import type { IDBPTransaction } from 'idb';
import type { PictureEntry } from '../core/history/history';
import type { Job } from '../core/job/job';
import type { Picture } from '../core/picture/picture';
import type { DepictSchema } from './schema';

type Reading = IDBPTransaction<DepictSchema, ['pictures', 'jobs']>;

/** From here on one range is read instead of rows one by one, also where it holds some that nobody asked for. */
const RANGE_FROM = 24;

/** How many rows too many a range may hold before the rest is read one by one. */
const SLACK = 3;

/** Rows by their ids: neighbours in one range, as that costs a tenth of reading them one by one. */
async function readRows<Row extends { readonly id: string }>(
  ids: ReadonlySet<string>,
  between: (range: IDBKeyRange, limit: number) => Promise<readonly Row[]>,
  one: (id: string) => Promise<Row | undefined>,
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  if (ids.size >= RANGE_FROM) {
    const sorted = [...ids].toSorted();
    const range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
    for (const row of await between(range, ids.size * SLACK)) if (ids.has(row.id)) rows.set(row.id, row);
  }
  const missing = [...ids].filter((id) => !rows.has(id));
  for (const row of await Promise.all(missing.map(one))) if (row) rows.set(row.id, row);
  return rows;
}

/** The pictures with these ids and their jobs, newest first; those that are gone or deleted are left out. */
export async function readEntries(transaction: Reading, ids: readonly string[]): Promise<PictureEntry[]> {
  const pictureStore = transaction.objectStore('pictures');
  const jobStore = transaction.objectStore('jobs');
  const pictures = await readRows<Picture>(
    new Set(ids),
    (range, limit) => pictureStore.getAll(range, limit),
    (id) => pictureStore.get(id),
  );
  const present = [...pictures.values()].filter(({ deletedAt }) => deletedAt === undefined);
  const jobs = await readRows<Job>(
    new Set(present.map(({ jobId }) => jobId)),
    (range, limit) => jobStore.getAll(range, limit),
    (id) => jobStore.get(id),
  );
  return present
    .flatMap((picture) => {
      const job = jobs.get(picture.jobId);
      return job ? [{ picture, job }] : [];
    })
    .toSorted((a, b) => (a.picture.id < b.picture.id ? 1 : -1));
}
