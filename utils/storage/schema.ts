import type { DBSchema } from 'idb';
import type { KeptDraft } from '../core/draft';
import type { Job, JobState } from '../core/job';
import type { Picture, Thumbnail } from '../core/picture';

/** The encrypted API key of one server; the wrapping key cannot be exported from this browser profile. */
export interface SealedKey {
  readonly origin: string;
  readonly wrappingKey: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

/** Rows hold no bytes; bytes have stores of their own, so that listing never reads a picture. */
export interface DepictSchema extends DBSchema {
  jobs: { key: string; value: Job; indexes: { state: JobState } };
  pictures: { key: string; value: Picture; indexes: { jobId: string; deletedAt: number } };
  originals: { key: string; value: Blob };
  thumbnails: { key: string; value: Thumbnail };
  drafts: { key: string; value: KeptDraft };
  secrets: { key: string; value: SealedKey };
}
