import { expect, it } from 'vitest';
import { createCredentialStore } from '@/utils/storage/credential-store';
import { createDatabaseOpener } from '@/utils/storage/database';
import { makeJobIn } from '../fixtures/jobs';
import { openVersion1, openVersion2, openVersion3 } from '../fixtures/old-databases';
import { makeWholePicture } from '../fixtures/pictures';

/** A key as version 1 sealed it. */
async function sealKey(origin: string, key: string): Promise<object> {
  const wrappingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(key);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, wrappingKey, plain);
  return { origin, wrappingKey, nonce, ciphertext };
}

it('of version 1 keeps its jobs, pictures and keys', async () => {
  const old = await openVersion1();
  const job = makeJobIn('done');
  const { picture, original, thumbnail } = makeWholePicture();
  await old.put('jobs', job);
  await old.put('pictures', picture);
  await old.put('originals', original, picture.id);
  await old.put('thumbnails', thumbnail, picture.id);
  for (const [origin, key] of [
    ['https://dddai.dev', 'sk-first'],
    ['http://127.0.0.1:8787', 'sk-second'],
  ] as const) {
    await old.put('secrets', await sealKey(origin, key));
  }
  old.close();

  const open = createDatabaseOpener();
  const database = await open();
  expect(await database.get('jobs', job.id)).toEqual(job);
  expect(await database.get('pictures', picture.id)).toEqual(picture);
  expect(await (await database.get('originals', picture.id))?.text()).toBe(await original.text());
  expect(await database.get('thumbnails', picture.id)).toEqual(thumbnail);
  const credentials = createCredentialStore(open);
  expect(await credentials.read('https://dddai.dev', 'https://dddai.dev')).toEqual({ key: 'sk-first' });
  expect(await credentials.read('http://127.0.0.1:8787', 'http://127.0.0.1:8787')).toEqual({
    key: 'sk-second',
  });
  expect([...database.objectStoreNames]).not.toContain('secrets');
});

it('of version 2 keeps its jobs, and what failed before is no news', async () => {
  const old = await openVersion2();
  const { unseen: _, ...failed } = makeJobIn('failed');
  await old.put('jobs', failed);
  old.close();
  const database = await createDatabaseOpener()();
  expect(await database.get('jobs', failed.id)).toEqual(failed);
  expect(await database.countFromIndex('jobs', 'unseen')).toBe(0);
});

it('of version 3 keeps its pictures, and finds each by its bytes', async () => {
  const old = await openVersion3();
  const { picture, original, thumbnail } = makeWholePicture();
  await old.put('jobs', makeJobIn('done'));
  await old.put('pictures', picture);
  await old.put('originals', original, picture.id);
  await old.put('thumbnails', thumbnail, picture.id);
  old.close();
  const database = await createDatabaseOpener()();
  expect(await database.getAllFromIndex('pictures', 'sha256', picture.sha256)).toEqual([picture]);
  expect(await (await database.get('originals', picture.id))?.text()).toBe(await original.text());
  expect(await database.get('thumbnails', picture.id)).toEqual(thumbnail);
});
