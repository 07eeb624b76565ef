import type { JobState } from '../core/job/job';
import type { RowCounts } from '../core/report/diagnosis';
import { withDatabase, type OpenDatabase } from './database';

/** How many jobs are in each state, and how many pictures there are; counted by index, so that no row is read. */
export function countRows(open: OpenDatabase): Promise<RowCounts> {
  return withDatabase(open, async (database) => {
    const transaction = database.transaction(['jobs', 'pictures']);
    const states = transaction.objectStore('jobs').index('state');
    const pictures = transaction.objectStore('pictures');
    const count = (state: JobState): Promise<number> => states.count(state);
    const [queued, running, done, failed, cancelled, interrupted, needsPermission, all, deleted] =
      await Promise.all([
        count('queued'),
        count('running'),
        count('done'),
        count('failed'),
        count('cancelled'),
        count('interrupted'),
        count('needs-permission'),
        pictures.count(),
        pictures.index('deletedAt').count(),
      ]);
    const jobs = {
      queued,
      running,
      done,
      failed,
      cancelled,
      interrupted,
      'needs-permission': needsPermission,
    };
    return { jobs, pictures: all - deleted };
  });
}
