import type { AnnounceChange } from '../core/change';
import type { PreviewStore } from '../core/ports';
import { storageFailure, type OpenDatabase } from './database';

/** Previews in IndexedDB: the last one of each request. Written without waiting for the disk, as they are not what is paid for. */
export function createPreviewStore(open: OpenDatabase, announce: AnnounceChange): PreviewStore {
  return {
    async save(jobId, request, bytes) {
      try {
        await (await open()).put('previews', { jobId, request, bytes: bytes.buffer });
      } catch (thrown) {
        throw storageFailure(thrown);
      }
      announce({ jobs: [jobId] });
    },
  };
}
