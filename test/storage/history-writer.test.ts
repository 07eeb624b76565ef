import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { createDatabaseOpener } from '@/utils/storage/database';
import { addHistory, type HistoryRecord } from '@/utils/storage/history-writer';
import { recordChanges } from '../fakes/changes';
import { makeJobIn } from '../fixtures/jobs';
import { makeWholePicture } from '../fixtures/pictures';

function makeRecord(name: string, pictures: number): HistoryRecord {
  const ids = Array.from({ length: pictures }, (_, index) => `${name}-${index}`);
  return {
    job: makeJobIn('done', { id: name, pictureIds: ids }),
    pictures: ids.map((id, index) => makeWholePicture({ id, jobId: name, index })),
  };
}

async function emptyHistory() {
  const open = createDatabaseOpener();
  const { announce, changes } = recordChanges();
  const database = await open();
  const stores = ['jobs', 'pictures', 'originals', 'thumbnails'] as const;
  return {
    changes,
    add: (...records: readonly HistoryRecord[]) => addHistory(open, announce, records),
    keys: () => Promise.all(stores.map((store) => database.getAllKeys(store))),
  };
}

describe('a history that is added', () => {
  it('has every job with its pictures, and tells of them once', async () => {
    const { add, keys, changes } = await emptyHistory();
    await add(makeRecord('a', 2), makeRecord('b', 1));
    const ids = ['a-0', 'a-1', 'b-0'];
    expect(await keys()).toEqual([['a', 'b'], ids, ids, ids]);
    expect(changes).toMatchObject([{ jobs: ['a', 'b'] }]);
  });

  it('is not there in part when one of its ids is taken', async () => {
    const { add, keys, changes } = await emptyHistory();
    await add(makeRecord('a', 1));
    await expect(add(makeRecord('b', 1), makeRecord('a', 1))).rejects.toBeInstanceOf(FailureError);
    expect(await keys()).toEqual([['a'], ['a-0'], ['a-0'], ['a-0']]);
    expect(changes).toHaveLength(1);
  });
});
