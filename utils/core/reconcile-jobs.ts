import type { Clock, JobStore, Liveness } from './ports';

/**
 * Finds the jobs whose background died: they say `running`, but nobody holds them. Their request had left, so they
 * are never sent again without a click.
 */
export async function reconcileJobs(jobs: JobStore, liveness: Liveness, now: Clock): Promise<void> {
  for (const { id } of await jobs.listByState('running')) {
    if (!(await liveness.isHeld(id))) await jobs.apply(id, { type: 'interrupt', at: now() });
  }
}
