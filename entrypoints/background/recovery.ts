import { liveness } from '@/utils/browser/liveness';
import { reconcileJobs } from '@/utils/core/drawing/reconcile-jobs';
import { TRASH_MS } from '@/utils/core/history/trash';
import type { Parts } from './parts';

/**
 * Puts things right after a background died, and goes on with what waits. It runs at every start and, while jobs are
 * under way or a server is to be asked again, at every alarm.
 */
export function createRecovery({
  jobs,
  pictures,
  queue,
  now,
  retire,
  refreshBadge,
}: Parts): () => Promise<void> {
  return async () => {
    // The browser forgets it when it closes.
    refreshBadge();
    await reconcileJobs(jobs, liveness, queue.recover);
    await queue.pump();
    await pictures.purge(now() - TRASH_MS);
    await retire();
  };
}
