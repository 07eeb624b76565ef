import { describe, expect, it } from 'vitest';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createSecretStore } from '@/utils/storage/secret-store';

const ORIGIN = 'https://api.example';
const KEY = 'sk-plain-and-unmistakable-狐';

function createStore() {
  const open = createDatabaseOpener();
  return { open, secrets: createSecretStore(open) };
}

/** The stored row of the origin, or a fault of the test. */
async function sealedKey({ open }: ReturnType<typeof createStore>) {
  const sealed = await (await open()).get('secrets', ORIGIN);
  if (!sealed) throw new Error('Nothing is stored');
  return sealed;
}

describe('a key', () => {
  it('is given back for its origin', async () => {
    const { secrets } = createStore();
    await secrets.save(ORIGIN, KEY);
    expect(await secrets.read(ORIGIN)).toBe(KEY);
    expect(await secrets.has(ORIGIN)).toBe(true);
  });

  it.each(['http://api.example', 'https://api.example:8443', 'https://evil.example', ''])(
    'is not given to %j',
    async (origin) => {
      const { secrets } = createStore();
      await secrets.save(ORIGIN, KEY);
      expect(await secrets.read(origin)).toBeUndefined();
      expect(await secrets.has(origin)).toBe(false);
    },
  );

  it('is one of many, each with its origin', async () => {
    const { secrets } = createStore();
    await secrets.save(ORIGIN, KEY);
    await secrets.save('https://other.example', 'sk-other');
    expect(await secrets.read(ORIGIN)).toBe(KEY);
    expect(await secrets.read('https://other.example')).toBe('sk-other');
  });

  it('is replaced by the next for the same origin', async () => {
    const { secrets, open } = createStore();
    await secrets.save(ORIGIN, KEY);
    await secrets.save(ORIGIN, 'sk-next');
    expect(await secrets.read(ORIGIN)).toBe('sk-next');
    expect(await (await open()).count('secrets')).toBe(1);
  });

  it('is read by the next background', async () => {
    await createStore().secrets.save(ORIGIN, KEY);
    expect(await createStore().secrets.read(ORIGIN)).toBe(KEY);
  });
});

describe('what is stored', () => {
  it('does not show the key', async () => {
    const store = createStore();
    await store.secrets.save(ORIGIN, KEY);
    const { ciphertext, nonce, origin } = await sealedKey(store);
    const stored = Buffer.concat([new Uint8Array(ciphertext), nonce, Buffer.from(origin)]).toString('latin1');
    expect(stored).toContain(ORIGIN);
    expect(stored).not.toContain('unmistakable');
  });

  it('is opened only by a key that cannot be taken out of the browser', async () => {
    const store = createStore();
    await store.secrets.save(ORIGIN, KEY);
    const { wrappingKey } = await sealedKey(store);
    expect(wrappingKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', wrappingKey)).rejects.toThrow('not extractable');
  });

  it('differs each time the same key is saved', async () => {
    const store = createStore();
    await store.secrets.save(ORIGIN, KEY);
    const first = await sealedKey(store);
    await store.secrets.save(ORIGIN, KEY);
    const second = await sealedKey(store);
    expect(Buffer.from(second.nonce)).not.toEqual(Buffer.from(first.nonce));
    expect(Buffer.from(second.ciphertext)).not.toEqual(Buffer.from(first.ciphertext));
  });

  it('is refused when somebody changed it', async () => {
    const store = createStore();
    await store.secrets.save(ORIGIN, KEY);
    const sealed = await sealedKey(store);
    const changed = new Uint8Array(sealed.ciphertext.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    await (await store.open()).put('secrets', { ...sealed, ciphertext: changed.buffer });
    await expect(store.secrets.read(ORIGIN)).rejects.toHaveProperty('name', 'OperationError');
  });
});
