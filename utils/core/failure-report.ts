import type { Failure } from './failure';
import type { Job } from './job';
import { jobReport } from './job-report';

/** Everything known of a failure and its job, for a server's support or ours; see `jobReport` for what is left out. */
export function failureReport(job: Job, failure: Failure, version: string): string {
  return jobReport({ ...job, failure }, version);
}
