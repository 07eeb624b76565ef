import type { Job } from '../job/job';
import type { JobStore, Liveness } from '../ports';

/**
 * Finds the jobs whose background died: they say `running`, but nobody holds them. Their request had left, so they
 * are never sent again without a click.
 */
export async function reconcileJobs(
  jobs: Pick<JobStore, 'listByState'>,
  liveness: Pick<Liveness, 'isHeld'>,
  recover: (job: Job) => Promise<void>,
): Promise<void> {
  for (const job of await jobs.listByState('running')) {
    if (!(await liveness.isHeld(job.id))) await recover(job);
  }
}
