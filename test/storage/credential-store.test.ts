import { describe, expect, it, vi } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createCredentialStore } from '@/utils/storage/credential-store';
import { createKnowledgeStore } from '@/utils/storage/knowledge-store';

const ID = 'provider-1';
const ORIGIN = 'https://api.example';
const KEY = 'sk-plain-and-unmistakable-狐';

function createStore() {
  const open = createDatabaseOpener();
  return { open, credentials: createCredentialStore(open) };
}

/** The stored row of the origin, or a fault of the test. */
async function sealedKey({ open }: ReturnType<typeof createStore>) {
  const sealed = await (await open()).get('credentials', ID);
  if (!sealed) throw new Error('Nothing is stored');
  return sealed;
}

describe('a key', () => {
  it('is given back for its origin', async () => {
    const { credentials } = createStore();
    await credentials.save(ID, ORIGIN, { key: KEY });
    expect(await credentials.read(ID, ORIGIN)).toEqual({ key: KEY });
  });

  it.each(['http://api.example', 'https://api.example:8443', 'https://evil.example', ''])(
    'is not given to %j',
    async (origin) => {
      const { credentials } = createStore();
      await credentials.save(ID, ORIGIN, { key: KEY });
      expect(await credentials.read(ID, origin)).toEqual({});
    },
  );

  it('is one of many, each with its origin', async () => {
    const { credentials } = createStore();
    await credentials.save(ID, ORIGIN, { key: KEY });
    await credentials.save('other', 'https://other.example', { key: 'sk-other' });
    expect(await credentials.read(ID, ORIGIN)).toEqual({ key: KEY });
    expect(await credentials.read('other', 'https://other.example')).toEqual({ key: 'sk-other' });
  });

  it('is replaced by the next for the same origin', async () => {
    const { credentials, open } = createStore();
    await credentials.save(ID, ORIGIN, { key: KEY });
    await credentials.save(ID, ORIGIN, { key: 'sk-next' });
    expect(await credentials.read(ID, ORIGIN)).toEqual({ key: 'sk-next' });
    expect(await (await open()).count('credentials')).toBe(1);
  });

  it('is read by the next background', async () => {
    await createStore().credentials.save(ID, ORIGIN, { key: KEY });
    expect(await createStore().credentials.read(ID, ORIGIN)).toEqual({ key: KEY });
  });
});

it('keeps headers beside the key, and takes both away', async () => {
  const { credentials } = createStore();
  const credential = { key: KEY, headers: { 'api-key': 'another secret' } };
  await credentials.save(ID, ORIGIN, credential);
  expect(await credentials.read(ID, ORIGIN)).toEqual(credential);
  await credentials.remove(ID);
  expect(await credentials.read(ID, ORIGIN)).toEqual({});
});

describe('what is stored', () => {
  it('does not show the key', async () => {
    const store = createStore();
    await store.credentials.save(ID, ORIGIN, { key: KEY });
    const { ciphertext, nonce, origin } = await sealedKey(store);
    const stored = Buffer.concat([new Uint8Array(ciphertext), nonce, Buffer.from(origin)]).toString('latin1');
    expect(stored).toContain(ORIGIN);
    expect(stored).not.toContain('unmistakable');
  });

  it('is opened only by a key that cannot be taken out of the browser', async () => {
    const store = createStore();
    await store.credentials.save(ID, ORIGIN, { key: KEY });
    const { wrappingKey } = await sealedKey(store);
    expect(wrappingKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', wrappingKey)).rejects.toThrow('not extractable');
  });

  it('differs each time the same key is saved', async () => {
    const store = createStore();
    await store.credentials.save(ID, ORIGIN, { key: KEY });
    const first = await sealedKey(store);
    await store.credentials.save(ID, ORIGIN, { key: KEY });
    const second = await sealedKey(store);
    expect(Buffer.from(second.nonce)).not.toEqual(Buffer.from(first.nonce));
    expect(Buffer.from(second.ciphertext)).not.toEqual(Buffer.from(first.ciphertext));
  });

  it('is refused when somebody changed it', async () => {
    const store = createStore();
    await store.credentials.save(ID, ORIGIN, { key: KEY });
    const sealed = await sealedKey(store);
    const changed = new Uint8Array(sealed.ciphertext.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    await (await store.open()).put('credentials', { ...sealed, ciphertext: changed.buffer });
    await expect(store.credentials.read(ID, ORIGIN)).rejects.toHaveProperty('name', 'OperationError');
  });
});

it('is removed, with what is known of its server, only when that is on the disk', async () => {
  const { open, credentials } = createStore();
  await credentials.save(ID, ORIGIN, { key: KEY });
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await credentials.remove(ID);
  await createKnowledgeStore(open, () => undefined).forget(ID);
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual([
    { durability: 'strict' },
    { durability: 'strict' },
  ]);
});
