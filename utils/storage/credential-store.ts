import * as v from 'valibot';
import type { Credential } from '../core/server/credential';
import { withDatabase, write, type OpenDatabase } from './database';

/**
 * Keys and secret headers, each bound to the origin it was entered for and sealed with a key that cannot leave this
 * browser profile. Content scripts of any extension cannot reach the database of this origin. Only the background
 * reads.
 */
export interface CredentialStore {
  save(providerId: string, origin: string, credential: Credential): Promise<void>;
  /** What was entered for a provider; empty when that was for another origin than this. */
  read(providerId: string, origin: string): Promise<Credential>;
  /** Waits for the disk: a removed key must not come back after a power failure. */
  remove(providerId: string): Promise<void>;
}

const ALGORITHM = 'AES-GCM';

/** Bytes of nonce that AES-GCM is specified for. */
const NONCE_BYTES = 12;

const credentialSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    key: v.exactOptional(v.string()),
    headers: v.exactOptional(v.record(v.string(), v.string())),
  }),
);

/** Makes the store over the given database. */
export function createCredentialStore(open: OpenDatabase): CredentialStore {
  return {
    async save(providerId, origin, credential) {
      // All encryption comes before the transaction: one that waits for anything else would close itself.
      const wrappingKey = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]);
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = new TextEncoder().encode(JSON.stringify(credential));
      const ciphertext = await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce }, wrappingKey, plain);
      const sealed = { providerId, origin, wrappingKey, nonce, ciphertext, content: 'credential' } as const;
      await write(open, ['credentials'], (transaction) => transaction.objectStore('credentials').put(sealed));
    },
    async read(providerId, origin) {
      const sealed = await withDatabase(open, (database) => database.get('credentials', providerId));
      if (sealed?.origin !== origin) return {};
      const { wrappingKey, nonce, ciphertext, content } = sealed;
      const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv: nonce }, wrappingKey, ciphertext);
      const text = new TextDecoder().decode(plain);
      return content === 'key' ? { key: text } : v.parse(credentialSchema, text);
    },
    remove: (providerId) =>
      write(open, ['credentials'], (transaction) =>
        transaction.objectStore('credentials').delete(providerId),
      ),
  };
}
