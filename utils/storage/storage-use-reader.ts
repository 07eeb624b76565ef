import { createStorageSum, type StorageUse } from '../core/history/storage-use';
import type { Picture } from '../core/picture/picture';
import { withDatabase, type OpenDatabase } from './database';
import { walkPictures } from './walk-pictures';

/** Thumbnails that are weighed; all of them where there are no more. */
const SAMPLE = 200;

/** Evenly from all of a list, no more than a sample. */
function sampleOf(ids: readonly string[]): readonly string[] {
  const step = Math.max(1, ids.length / SAMPLE);
  return Array.from({ length: Math.min(ids.length, SAMPLE) }, (_, at) => ids[Math.floor(at * step)] ?? '');
}

/**
 * What pictures take up, told by their rows. Thumbnails do not stand in rows: a sample of them is weighed.
 * @param now in milliseconds since the epoch
 */
export async function readStorageUse(open: OpenDatabase, now: number): Promise<StorageUse> {
  const sum = createStorageSum(now);
  const ids: string[] = [];
  await walkPictures(open, null, (rows: readonly Picture[]) => {
    for (const row of rows) {
      sum.add(row);
      ids.push(row.id);
    }
  });
  const sample = sampleOf(ids);
  const weights = await withDatabase(open, (database) => {
    const { store } = database.transaction('thumbnails');
    return Promise.all(sample.map(async (id) => (await store.get(id))?.bytes.byteLength ?? 0));
  });
  const average = weights.reduce((all, weight) => all + weight, 0) / Math.max(1, weights.length);
  return {
    ...sum.result(),
    thumbnailBytes: Math.round(average * ids.length),
    isEstimate: sample.length < ids.length,
  };
}
