import type { Job, JobState } from '../core/job/job';
import { withDatabase, type OpenDatabase } from './database';
import { readWhile } from './read-while';

/** The newest jobs in a state, newest first: a range of the index, never more rows than asked for. */
export function readJobsIn(open: OpenDatabase, state: JobState, limit: number): Promise<readonly Job[]> {
  return withDatabase(open, async (database) => {
    const states = database.transaction('jobs').store.index('state');
    const newest = await states.openCursor(IDBKeyRange.only(state), 'prev');
    return readWhile(newest, (_job, before) => before < limit);
  });
}
