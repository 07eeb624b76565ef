import { describe, expect, it, vi } from 'vitest';
import { leastIdAt } from '@/utils/core/picture/picture-time';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createPictureStore } from '@/utils/storage/picture-store';
import { recordChanges } from '../fakes/changes';
import { makeWholePicture } from '../fixtures/pictures';

/** A store with pictures of these ids, and the keys of all their parts. */
async function storeWith(...ids: readonly string[]) {
  const open = createDatabaseOpener();
  const database = await open();
  for (const id of ids) {
    const { picture, original, thumbnail } = makeWholePicture({ id });
    await database.add('pictures', picture);
    await database.add('originals', original, id);
    await database.add('thumbnails', thumbnail, id);
  }
  const { announce, changes } = recordChanges();
  return {
    database,
    changes,
    pictures: createPictureStore(open, announce),
    keys: () =>
      Promise.all(
        (['pictures', 'originals', 'thumbnails'] as const).map((name) => database.getAllKeys(name)),
      ),
  };
}

describe('deleting', () => {
  it('counts and announces each picture once where its transaction had to be repeated', async () => {
    const { pictures, changes } = await storeWith('a', 'b');
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      puts += 1;
      if (puts === 2) throw new DOMException('The connection is closing', 'InvalidStateError');
      return put.apply(this, row);
    });
    await pictures.delete(['a', 'b'], 1000);
    expect(puts).toBe(4);
    expect(changes).toEqual([{ pictures: ['a', 'b'] }]);
  });

  it('marks the picture and leaves its bytes', async () => {
    const { pictures, database, keys, changes } = await storeWith('a', 'b');
    await pictures.delete(['a'], 1000);
    expect((await database.getAll('pictures')).map(({ deletedAt }) => deletedAt)).toEqual([1000, undefined]);
    expect(await keys()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(changes).toEqual([{ pictures: ['a'] }]);
  });

  it('is undone without a trace', async () => {
    const { pictures, database } = await storeWith('a');
    await pictures.delete(['a'], 1000);
    await pictures.restore(['a']);
    expect(await database.get('pictures', 'a')).toEqual(makeWholePicture({ id: 'a' }).picture);
  });

  it('of a picture that is gone makes none', async () => {
    const { pictures, database } = await storeWith();
    await pictures.delete(['a'], 1000);
    await pictures.restore(['a']);
    await pictures.setFavorite(['a'], true);
    expect(await database.count('pictures')).toBe(0);
  });
});

describe('purging', () => {
  it('removes all parts of what was deleted before the time, and nothing else', async () => {
    const { pictures, keys, changes } = await storeWith('a', 'b', 'c', 'd');
    await pictures.delete(['a'], 999);
    await pictures.delete(['b'], 1000);
    await pictures.delete(['c'], 1001);
    await pictures.purge(1000);
    expect(await keys()).toEqual([
      ['b', 'c', 'd'],
      ['b', 'c', 'd'],
      ['b', 'c', 'd'],
    ]);
    expect(changes.at(-1)).toEqual({ pictures: ['a'] });
  });

  it('spares what was restored', async () => {
    const { pictures, keys } = await storeWith('a');
    await pictures.delete(['a'], 1);
    await pictures.restore(['a']);
    await pictures.purge(1000);
    expect(await keys()).toEqual([['a'], ['a'], ['a']]);
  });

  it('announces nothing when there was nothing to do', async () => {
    const { pictures, changes } = await storeWith('a');
    await pictures.purge(1000);
    expect(changes).toEqual([]);
  });
});

describe('emptying the trash', () => {
  it('removes all parts of what was deleted until then, in one transaction, and tells how many', async () => {
    const { pictures, keys, changes } = await storeWith('a', 'b', 'c', 'd');
    await pictures.delete(['a'], 999);
    await pictures.delete(['b'], 1000);
    await pictures.delete(['c'], 1001);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    expect(await pictures.emptyTrash(1000)).toBe(2);
    expect(transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
    expect(await keys()).toEqual([
      ['c', 'd'],
      ['c', 'd'],
      ['c', 'd'],
    ]);
    expect(changes.at(-1)).toEqual({ pictures: ['a', 'b'] });
  });

  it('does nothing, and says so, where nothing was deleted', async () => {
    const { pictures, keys, changes } = await storeWith('a');
    expect(await pictures.emptyTrash(Number.MAX_SAFE_INTEGER)).toBe(0);
    expect(await keys()).toEqual([['a'], ['a'], ['a']]);
    expect(changes).toEqual([]);
  });
});

it('sets and takes back the mark of a favorite', async () => {
  const { pictures, database, changes } = await storeWith('a', 'b');
  await pictures.setFavorite(['a'], true);
  expect((await database.getAll('pictures')).map(({ favorite }) => favorite)).toEqual([true, false]);
  await pictures.setFavorite(['a'], false);
  expect((await database.getAll('pictures')).map(({ favorite }) => favorite)).toEqual([false, false]);
  expect(changes).toEqual([{ pictures: ['a'] }, { pictures: ['a'] }]);
});

describe('many at once', () => {
  it('are changed in one transaction, and only those are told of that changed', async () => {
    const { pictures, database, changes } = await storeWith('a', 'b', 'c');
    await pictures.setFavorite(['b'], true);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await pictures.setFavorite(['a', 'b', 'gone'], true);
    expect(transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
    expect((await database.getAll('pictures')).map(({ favorite }) => favorite)).toEqual([true, true, false]);
    expect(changes.at(-1)).toEqual({ pictures: ['a'] });
  });

  it('keep the tags they have when others come', async () => {
    const { pictures, database, changes } = await storeWith('a', 'b');
    await pictures.setTags('a', ['sea']);
    await pictures.addTags(['a', 'b'], ['blue', ' sea ']);
    expect((await database.getAll('pictures')).map(({ tags }) => tags)).toEqual([
      ['sea', 'blue'],
      ['blue', 'sea'],
    ]);
    await pictures.addTags(['a', 'b'], ['blue', ' ']);
    expect(changes).toHaveLength(2);
  });

  it('that were deleted earlier keep their time in the trash', async () => {
    const { pictures, database } = await storeWith('a', 'b');
    await pictures.delete(['a'], 1000);
    await pictures.delete(['a', 'b'], 2000);
    expect((await database.getAll('pictures')).map(({ deletedAt }) => deletedAt)).toEqual([1000, 2000]);
    await pictures.restore(['a', 'b']);
    expect((await database.getAll('pictures')).map(({ deletedAt }) => deletedAt)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

it('keeps tags, each once, and a note, and takes both away again', async () => {
  const { pictures, database } = await storeWith('a');
  await pictures.setTags('a', [' sea ', 'blue', 'sea', '']);
  await pictures.setNote('a', ' for the cover ');
  expect(await database.get('pictures', 'a')).toMatchObject({ tags: ['sea', 'blue'], note: 'for the cover' });
  await pictures.setTags('a', [' ']);
  await pictures.setNote('a', '');
  expect(await database.get('pictures', 'a')).toEqual(makeWholePicture({ id: 'a' }).picture);
});

describe('a rule that makes room', () => {
  const at = (milliseconds: number): string => `${leastIdAt(milliseconds)}-7000-8000-000000000000`;

  it('moves what is older to the trash, and neither favorites nor younger ones', async () => {
    const { pictures, database, changes } = await storeWith(at(1000), at(2000), at(3000), at(4000));
    for (const [index, id] of (await database.getAllKeys('pictures')).entries()) {
      const row = await database.get('pictures', id);
      if (row) await database.put('pictures', { ...row, createdAt: (index + 1) * 1000 });
    }
    await pictures.setFavorite([at(2000)], true);
    expect(await pictures.retire(3500, 9000)).toBe(2);
    const rows = await database.getAll('pictures');
    expect(rows.map(({ deletedAt }) => deletedAt)).toEqual([9000, undefined, 9000, undefined]);
    expect(changes.at(-1)).toEqual({ pictures: [at(1000), at(3000)] });
    expect(await pictures.retire(3500, 9999)).toBe(0);
  });
});
