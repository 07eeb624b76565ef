import { DURABLE, storageFailure, type OpenDatabase } from './database';

/**
 * API keys, each bound to the origin it was entered for and sealed with a key that cannot leave this browser
 * profile. Content scripts of any extension cannot reach the database of this origin. Only the background reads.
 */
export interface SecretStore {
  save(origin: string, key: string): Promise<void>;
  /** The key for an origin, or `undefined`; a key is never handed out for another origin. */
  read(origin: string): Promise<string | undefined>;
  has(origin: string): Promise<boolean>;
}

const ALGORITHM = 'AES-GCM';

/** Bytes of nonce that AES-GCM is specified for. */
const NONCE_BYTES = 12;

/** Makes the store over the given database. */
export function createSecretStore(open: OpenDatabase): SecretStore {
  return {
    async save(origin, key) {
      // All encryption comes before the transaction: one that waits for anything else would close itself.
      const wrappingKey = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]);
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = new TextEncoder().encode(key);
      const ciphertext = await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce }, wrappingKey, plain);
      try {
        const transaction = (await open()).transaction('secrets', 'readwrite', DURABLE);
        await Promise.all([
          transaction.store.put({ origin, wrappingKey, nonce, ciphertext }),
          transaction.done,
        ]);
      } catch (thrown) {
        throw storageFailure(thrown);
      }
    },
    async read(origin) {
      const sealed = await (await open()).get('secrets', origin);
      if (!sealed) return undefined;
      const { wrappingKey, nonce, ciphertext } = sealed;
      const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv: nonce }, wrappingKey, ciphertext);
      return new TextDecoder().decode(plain);
    },
    has: async (origin) => (await (await open()).count('secrets', origin)) > 0,
  };
}
