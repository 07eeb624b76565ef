import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import {
  createDatabaseOpener,
  DATABASE_NAME,
  DATABASE_VERSION,
  withDatabase,
} from '@/utils/storage/database';
import { storageFailure } from '@/utils/storage/storage-failure';
import { makeJob } from '../fixtures/jobs';
import { openVersion2 } from '../fixtures/old-databases';

describe('a new database', () => {
  it('has one store for rows and one for bytes of each kind', async () => {
    const database = await createDatabaseOpener()();
    expect([database.name, database.version]).toEqual(['depict', 4]);
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
      ['jobs', 'id', ['state', 'unseen']],
      ['knowledge', 'providerId', []],
      ['originals', null, []],
      ['pictures', 'id', ['deletedAt', 'jobId', 'sha256']],
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
      failure: { kind: 'storageOutdated', detail: expect.stringMatching(/^VersionError/) as unknown },
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

describe('a page from before an update that does not give way', () => {
  it('is told of, and once it is gone the database opens', async () => {
    const old = await openVersion2();
    const blocked = createDatabaseOpener();
    await expect(blocked()).rejects.toMatchObject({ failure: { kind: 'storageBlocked' } });
    await expect(blocked()).rejects.toMatchObject({ failure: { kind: 'storageBlocked' } });
    old.close();
    await expect
      .poll(() =>
        blocked().then(
          ({ version }) => version,
          () => 0,
        ),
      )
      .toBe(DATABASE_VERSION);
  });
});

describe('work over a connection that was closed', () => {
  it('is done once more over a new one', async () => {
    const open = createDatabaseOpener();
    (await open()).close();
    await withDatabase(open, (database) => database.add('jobs', makeJob()));
    expect(await withDatabase(open, (database) => database.count('jobs'))).toBe(1);
  });

  it('is given up when that is closed too', async () => {
    const open = createDatabaseOpener();
    let tries = 0;
    const failing = withDatabase(open, async (database) => {
      tries += 1;
      database.close();
      return database.count('jobs');
    });
    await expect(failing).rejects.toMatchObject({ failure: { kind: 'storageUnavailable' } });
    expect(tries).toBe(2);
  });

  it('is not repeated after any other fault', async () => {
    const open = createDatabaseOpener();
    let tries = 0;
    const failing = withDatabase(open, () => {
      tries += 1;
      return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    });
    await expect(failing).rejects.toMatchObject({ failure: { kind: 'storageFull' } });
    expect(tries).toBe(1);
  });
});

describe('storageFailure', () => {
  it.each([
    ['QuotaExceededError', 'storageFull'],
    ['VersionError', 'storageOutdated'],
    ['NotFoundError', 'storageDamaged'],
    ['InvalidStateError', 'storageUnavailable'],
    ['UnknownError', 'storageUnavailable'],
  ])('calls %s %s', (name, kind) => {
    const cause = new DOMException('Something', name);
    expect(storageFailure(cause)).toMatchObject({ failure: { kind, detail: `${name}: Something` }, cause });
  });

  it('of a database that does not open calls it damaged', () => {
    const cause = new DOMException('Internal error', 'UnknownError');
    expect(storageFailure(cause, true)).toMatchObject({ failure: { kind: 'storageDamaged' } });
  });

  it('leaves a failure of ours as it is', () => {
    const failure = new FailureError({ kind: 'unsupportedPicture' });
    expect(storageFailure(failure)).toBe(failure);
  });
});
