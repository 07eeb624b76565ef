import type { DBSchema } from 'idb';
import type { KeptDraft } from '../core/job/draft';
import type { Job, JobState } from '../core/job/job';
import type { DaySpending } from '../core/money/spending';
import type { Picture, Thumbnail } from '../core/picture/picture';
import type { ServerKnowledge } from '../core/server/server-knowledge';

/** What names a person's account to one server, encrypted; the wrapping key cannot be exported from this profile. */
export interface SealedCredential {
  readonly providerId: string;
  /** The only origin it may be sent to. */
  readonly origin: string;
  readonly wrappingKey: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
  /** What is inside: a bare key, as in version 1, or a credential in JSON. */
  readonly content: 'key' | 'credential';
}

/** An unfinished picture of one request of a job. */
export interface KeptPreview {
  readonly jobId: string;
  /** Place of the request's first picture among those of the job. */
  readonly request: number;
  readonly bytes: ArrayBuffer;
}

/** Rows hold no bytes; bytes have stores of their own, so that listing never reads a picture. */
export interface DepictSchema extends DBSchema {
  jobs: { key: string; value: Job; indexes: { state: JobState; unseen: 1 } };
  pictures: { key: string; value: Picture; indexes: { jobId: string; deletedAt: number; sha256: string } };
  originals: { key: string; value: Blob };
  thumbnails: { key: string; value: Thumbnail };
  previews: { key: [string, number]; value: KeptPreview };
  drafts: { key: string; value: KeptDraft };
  credentials: { key: string; value: SealedCredential };
  knowledge: { key: string; value: ServerKnowledge };
  spending: { key: [string, string, string]; value: DaySpending };
}
