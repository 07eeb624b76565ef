import type { Job, JobState } from '../core/job';
import type { OpenDatabase } from './database';

/** The newest jobs in a state, newest first: a range of the index, never more rows than asked for. */
export async function readJobsIn(
  open: OpenDatabase,
  state: JobState,
  limit: number,
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const { store } = (await open()).transaction('jobs');
  let cursor = await store.index('state').openCursor(IDBKeyRange.only(state), 'prev');
  while (cursor && jobs.length < limit) {
    jobs.push(cursor.value);
    cursor = await cursor.continue();
  }
  return jobs;
}
