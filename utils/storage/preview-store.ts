import type { AnnounceChange } from '../core/change';
import type { PreviewStore } from '../core/ports';
import { withDatabase, type OpenDatabase } from './database';

/**
 * Previews in IndexedDB: the last one of each request. Written without waiting for the disk, as they are not what is
 * paid for; one that cannot be written is reported, and does not keep the picture from coming.
 */
export function createPreviewStore(
  open: OpenDatabase,
  announce: AnnounceChange,
  report: (fault: unknown) => void,
): PreviewStore {
  return {
    async save(jobId, request, bytes) {
      try {
        await withDatabase(open, (database) =>
          database.put('previews', { jobId, request, bytes: bytes.buffer }),
        );
        announce({ jobs: [jobId] });
      } catch (thrown) {
        report(thrown);
      }
    },
  };
}
