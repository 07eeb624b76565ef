import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure';
import {
  createDatabaseOpener,
  DATABASE_NAME,
  DATABASE_VERSION,
  storageFailure,
} from '@/utils/storage/database';
import { makeJob } from '../fixtures/jobs';

describe('a new database', () => {
  it('has one store for rows and one for bytes of each kind', async () => {
    const database = await createDatabaseOpener()();
    expect([database.name, database.version]).toEqual(['depict', 2]);
    const names = [...database.objectStoreNames];
    expect(names).toEqual([
      'credentials',
      'drafts',
      'jobs',
      'knowledge',
      'originals',
      'pictures',
      'previews',
      'spending',
      'thumbnails',
    ]);
    const transaction = database.transaction(names);
    const stores = names.map((name) => {
      const { keyPath, indexNames } = transaction.objectStore(name);
      return [name, keyPath, [...indexNames]];
    });
    expect(stores).toEqual([
      ['credentials', 'providerId', []],
      ['drafts', null, []],
      ['jobs', 'id', ['state']],
      ['knowledge', 'providerId', []],
      ['originals', null, []],
      ['pictures', 'id', ['deletedAt', 'jobId']],
      ['previews', ['jobId', 'request'], []],
      ['spending', ['day', 'providerId', 'model'], []],
      ['thumbnails', null, []],
    ]);
  });

  it('is opened once for this context', async () => {
    const open = createDatabaseOpener();
    expect(open()).toBe(open());
    expect(await open()).toBe(await open());
  });

  it('is shared with other contexts', async () => {
    const job = makeJob();
    await (await createDatabaseOpener()()).add('jobs', job);
    expect(await (await createDatabaseOpener()()).get('jobs', job.id)).toEqual(job);
  });
});

describe('a database of a newer version', () => {
  /** What a later release leaves behind. */
  async function makeNewerDatabase(): Promise<void> {
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
      upgrade: (database) => void database.createObjectStore('future'),
    });
    await newer.put('future', 'kept', 'key');
    newer.close();
  }

  it('is refused as storage that cannot be used', async () => {
    await makeNewerDatabase();
    const opening = createDatabaseOpener()();
    await expect(opening).rejects.toBeInstanceOf(FailureError);
    await expect(opening).rejects.toMatchObject({
      failure: { kind: 'storageUnavailable', detail: expect.stringMatching(/^VersionError/) as unknown },
    });
  });

  it('is left as it was', async () => {
    await makeNewerDatabase();
    await createDatabaseOpener()().catch(() => undefined);
    const again = await openDB(DATABASE_NAME);
    expect([again.version, [...again.objectStoreNames]]).toEqual([DATABASE_VERSION + 1, ['future']]);
    expect(await again.get('future', 'key')).toBe('kept');
    again.close();
  });
});

describe('a connection', () => {
  it('gives way to a newer version', async () => {
    await createDatabaseOpener()();
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
    expect(newer.version).toBe(DATABASE_VERSION + 1);
    newer.close();
  });

  it('is opened anew after it gave way', async () => {
    const open = createDatabaseOpener();
    await (await open()).add('jobs', makeJob());
    indexedDB.deleteDatabase(DATABASE_NAME);
    await expect.poll(async () => (await open()).count('jobs')).toBe(0);
  });

  it('is tried again after it could not be opened', async () => {
    const open = createDatabaseOpener();
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
    await expect(open()).rejects.toThrow('VersionError');
    newer.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(DATABASE_NAME).addEventListener('success', resolve);
    });
    expect((await open()).version).toBe(DATABASE_VERSION);
  });
});

describe('storageFailure', () => {
  it.each([
    ['QuotaExceededError', 'storageFull'],
    ['VersionError', 'storageUnavailable'],
    ['InvalidStateError', 'storageUnavailable'],
    ['UnknownError', 'storageUnavailable'],
  ])('calls %s %s', (name, kind) => {
    const cause = new DOMException('Something', name);
    expect(storageFailure(cause)).toMatchObject({ failure: { kind, detail: `${name}: Something` }, cause });
  });

  it('leaves a failure of ours as it is', () => {
    const failure = new FailureError({ kind: 'unsupportedPicture' });
    expect(storageFailure(failure)).toBe(failure);
  });
});
